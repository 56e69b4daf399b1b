package dev.jobport.adapters.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.wire.json.JsonType;
import dev.jobport.adapters.wire.json.Unreadable;
import dev.jobport.adapters.wire.model.ServiceModel;
import dev.jobport.domain.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireErrorsTest {

    /** Denied access is not in the model: whatever operation it is, AWS's front door answers it. */
    @Test
    void every_refusal_is_an_error_of_awss_or_is_declared_never_to_occur_here() {
        assertThat(Refusal.class.getPermittedSubclasses())
                .filteredOn(refusal -> refusal != Refusal.AccessDenied.class)
                .allSatisfy(refusal -> assertThat(ServiceModel.published()
                                .attributes(refusal.getSimpleName() + "Exception")
                                .path("exception")
                                .asBoolean())
                        .as(refusal.getSimpleName())
                        .isNotEqualTo(WireErrors.NEVER_HERE.contains(refusal)));
    }

    @Test
    void a_refusal_is_answered_by_its_name_and_with_its_own_message() {
        Refusal refusal = new Refusal.InvalidNextToken();

        Answer answer = WireErrors.answer(refusal, "ListActionTypes").orElseThrow();

        assertThat(answer.outcome()).isEqualTo("InvalidNextTokenException");
        assertThat(new String(answer.body(), UTF_8))
                .contains("\"__type\":\"InvalidNextTokenException\"", refusal.getMessage());
    }

    @Test
    void every_request_that_is_not_received_or_not_readable_has_its_answer() {
        assertThat(List.of(
                        new NotReceived.TooLarge(1),
                        new NotReceived.CutOff("m"),
                        new NotReceived.NoRoom("m"),
                        new Unreadable.NotJson("m"),
                        new Unreadable.WrongType("path", JsonType.Text, JsonType.List)))
                .hasSize(NotReceived.class.getPermittedSubclasses().length
                        + Unreadable.class.getPermittedSubclasses().length)
                .allSatisfy(failure ->
                        assertThat(WireErrors.answer(failure, "AcknowledgeJob")).isPresent());
    }

    @Test
    void what_only_a_fault_of_the_server_throws_has_none() {
        assertThat(WireErrors.answer(new IllegalStateException(), "AcknowledgeJob"))
                .isEmpty();
        assertThat(WireErrors.answer(new Refusal.TooManyWaits("m"), "AcknowledgeJob"))
                .isEmpty();
    }
}
