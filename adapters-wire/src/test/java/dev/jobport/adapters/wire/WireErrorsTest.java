package dev.jobport.adapters.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.wire.json.JsonType;
import dev.jobport.adapters.wire.json.Unreadable;
import dev.jobport.domain.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireErrorsTest {

    @Test
    void every_refusal_has_its_wire_name_or_is_declared_never_to_occur_here() {
        assertThat(Refusal.class.getPermittedSubclasses())
                .allSatisfy(refusal -> assertThat(WireErrors.NAMES.containsKey(refusal))
                        .as(refusal.getSimpleName())
                        .isNotEqualTo(WireErrors.NEVER_HERE.contains(refusal)));
    }

    @Test
    void a_wire_name_is_the_refusals_own() {
        assertThat(WireErrors.NAMES)
                .allSatisfy((refusal, name) -> assertThat(name).isEqualTo(refusal.getSimpleName() + "Exception"));
    }

    @Test
    void every_way_of_being_unreadable_has_its_answer() {
        assertThat(List.of(
                        new Unreadable.TooLarge(1),
                        new Unreadable.CutOff(),
                        new Unreadable.NoRoom(),
                        new Unreadable.NotJson("m"),
                        new Unreadable.WrongType("path", JsonType.Text, JsonType.List)))
                .hasSameSizeAs(Unreadable.class.getPermittedSubclasses())
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
