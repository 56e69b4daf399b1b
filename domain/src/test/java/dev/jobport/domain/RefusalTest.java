package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The family of errors, and the words in which AWS tells of a broken constraint. */
class RefusalTest {

    private static final TextConstraint NAME = TextConstraint.length(2, 4).matching("[a-z]+");

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
    void one_broken_constraint_is_told_in_the_singular() {
        assertThatThrownBy(() -> new Nonce("n".repeat(51)))
                .hasMessage("1 validation error detected: Value '" + "n".repeat(51)
                        + "' at '' failed to satisfy constraint: Member must have length less than or equal to 50");
    }

    @Test
    void several_broken_constraints_are_told_in_the_plural_and_joined() {
        assertThatThrownBy(() -> NAME.require("X"))
                .hasMessage("2 validation errors detected: "
                        + "Value 'X' at '' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 2; "
                        + "Value 'X' at '' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-z]+");
    }

    @Test
    void a_violation_knows_where_in_the_message_its_value_stands() {
        Violation violation =
                Violation.of("x", "be good").in("name").in("1.member").in("inputArtifacts");

        assertThat(violation.message())
                .isEqualTo(
                        "Value 'x' at 'inputArtifacts.1.member.name' failed to satisfy constraint: Member must be good");
    }

    @Test
    void a_missing_member_is_told_as_null() {
        assertThat(Violation.missing("jobId").message())
                .isEqualTo("Value null at 'jobId' failed to satisfy constraint: Member must not be null");
        assertThat(Violation.missingSensitive("clientToken").message())
                .isEqualTo("Value at 'clientToken' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void a_secret_is_never_shown_by_the_error_that_refuses_it() {
        String secret = "s3cret".repeat(50);

        assertThatThrownBy(() -> new ClientToken(secret))
                .hasMessage("1 validation error detected: Value at '' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 256");
        assertThatThrownBy(() -> NAME.sensitive().require("S3CRET")).message().doesNotContain("S3CRET");
        assertThatThrownBy(() ->
                        TextConstraint.pattern("a").sensitive().matching("b").require("S3CRET"))
                .message()
                .doesNotContain("S3CRET");
    }

    @Test
    void length_is_counted_in_unicode_characters() {
        String fifty = "🚀".repeat(50);

        assertThat(new Nonce(fifty).value()).isEqualTo(fifty);
        assertThatThrownBy(() -> new Nonce(fifty + "🚀")).isInstanceOf(Refusal.Validation.class);
    }

    @Test
    void a_good_value_passes_through() {
        assertThat(NAME.require("abc")).isEqualTo("abc");
        assertThat(new RangeConstraint(1, 3).require(2)).isEqualTo(2);
    }

    @Test
    void a_rule_that_is_not_about_one_member_has_its_own_words() {
        Refusal.Validation refusal = new Refusal.Validation("ActionType with owner 'AWS' is not supported");

        assertThat(refusal).hasMessage("ActionType with owner 'AWS' is not supported");
        assertThat(refusal.violations()).isEmpty();
        assertThat(new Refusal.Validation(Violation.missing("a")).violations())
                .isEqualTo(List.of(Violation.missing("a")));
    }

    @Test
    void every_other_refusal_names_what_was_asked_for() {
        JobId id = new JobId("j-1");

        assertThat(new Refusal.JobNotFound(id)).hasMessage("No job with id 'j-1' exists.");
        assertThat(new Refusal.AccessDenied("t-1")).hasMessageContaining("t-1");
        assertThat(new Refusal.InvalidJob(id)).hasMessageContaining("'j-1'");
        assertThat(new Refusal.OutputVariablesSizeExceeded(7, 6))
                .hasMessageContaining("7")
                .hasMessageContaining("6");
        assertThat(new Refusal.ActionExecutionNotFound("a-1")).hasMessageContaining("'a-1'");
        assertThat(new Refusal.ClientNotFound("c-1")).hasMessageContaining("'c-1'");
        assertThat(new Refusal.ClientAlreadyExists("c-1")).hasMessageContaining("'c-1'");
        assertThat(new Refusal.ActionTypeNotFound("ActionType (…)")).hasMessage("ActionType (…) is not available");
    }
}
