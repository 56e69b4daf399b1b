package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.job.JobId;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The family of errors: closed, cheap, and told in a sentence that names what was asked for. */
class RefusalTest {

    @Test
    void the_family_is_closed_and_its_members_are_final() {
        assertThat(Refusal.class.isSealed()).isTrue();
        assertThat(Refusal.class.getPermittedSubclasses())
                .isNotEmpty()
                .allMatch(member -> Modifier.isFinal(member.getModifiers()));
    }

    @Test
    void a_refusal_is_an_answer_and_carries_no_stack_trace() {
        Refusal refusal = new Refusal.InvalidNonce();
        refusal.addSuppressed(new IllegalStateException());

        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.getSuppressed()).isEmpty();
    }

    @Test
    void a_rule_that_is_not_about_one_members_form_has_its_own_words_and_a_place() {
        Refusal.Validation refusal = new Refusal.Validation("owner", "ActionType with owner 'AWS' is not supported");

        assertThat(refusal).hasMessage("ActionType with owner 'AWS' is not supported");
        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("owner");
        assertThat(refusal.violations()).extracting(Violation::demand).containsExactly(refusal.getMessage());
        assertThat(new Refusal.Validation(Violation.missing("a")).violations())
                .isEqualTo(List.of(Violation.missing("a")));
    }

    @Test
    void every_other_refusal_names_what_was_asked_for() {
        JobId id = new JobId("j-1");

        assertThat(new Refusal.JobNotFound(id)).hasMessage("Job with id 'j-1' does not exist");
        assertThat(new Refusal.AccessDenied("t-1")).hasMessageContaining("t-1");
        assertThat(new Refusal.AccessDenied("t-1").actionType()).isEqualTo("t-1");
        assertThat(new Refusal.InvalidJob(id)).hasMessageContaining("'j-1'");
        assertThat(new Refusal.OutputVariablesSizeExceeded(7, 6))
                .hasMessageContaining("7")
                .hasMessageContaining("6");
        assertThat(new Refusal.ActionExecutionNotFound("a-1")).hasMessageContaining("'a-1'");
        assertThat(new Refusal.ClientNotFound("c-1")).hasMessageContaining("'c-1'");
        assertThat(new Refusal.ClientAlreadyExists("c-1")).hasMessageContaining("'c-1'");
        assertThat(new Refusal.ActionTypeNotFound("ActionType (…)")).hasMessage("ActionType (…) is not available");
    }

    static List<String> everyName() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyName")
    void every_refusal_can_be_told_back_by_its_name_with_the_very_sentence(String name) {
        Refusal told = Refusal.told(name, "No job with id 'x'.").orElseThrow();

        assertThat(told.name()).isEqualTo(name);
        assertThat(told).hasMessage("No job with id 'x'.").hasNoCause();
    }

    @Test
    void a_name_of_no_refusal_tells_nothing() {
        assertThat(Refusal.told("OutOfPaper", "none left")).isEmpty();
        assertThat(Refusal.names()).containsExactlyInAnyOrderElementsOf(everyName());
    }
}
