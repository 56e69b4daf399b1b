package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Nonce;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words in which CodePipeline tells of a broken constraint: never the value, nor the word null for a missing one. */
class ViolationTest {

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
                .hasMessage("1 validation error detected: Value at '' failed to satisfy constraint: Member must have"
                        + " length less than or equal to 50");
    }

    @Test
    void several_broken_constraints_are_told_in_the_plural_and_joined() {
        assertThatThrownBy(() -> NAME.require("X"))
                .hasMessage("2 validation errors detected: "
                        + "Value at '' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 2; "
                        + "Value at '' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-z]+");
    }

    @Test
    void a_violation_knows_where_in_the_message_its_value_stands() {
        Violation violation = Violation.of("be good").in("name").in("1.member").in("inputArtifacts");

        assertThat(violation.message())
                .isEqualTo("Value at 'inputArtifacts.1.member.name' failed to satisfy constraint: Member must be good");
    }

    @Test
    void a_missing_member_is_told_without_the_word_null_for_its_value() {
        assertThat(Violation.missing("jobId").message())
                .isEqualTo("Value at 'jobId' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void what_was_given_is_never_shown_by_the_error_that_refuses_it() {
        assertThatThrownBy(() -> new ClientToken("s3cret".repeat(50)))
                .hasMessage("1 validation error detected: Value at '' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 256");
        assertThatThrownBy(() -> NAME.require("S3CRET")).message().doesNotContain("S3CRET");
        assertThatThrownBy(() -> new RangeConstraint(1, 3).require(4711))
                .message()
                .doesNotContain("4711");
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
}
