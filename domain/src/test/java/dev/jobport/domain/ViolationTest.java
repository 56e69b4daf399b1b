package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Nonce;
import org.junit.jupiter.api.Test;

/** The words in which CodePipeline tells of a broken constraint: never the value, nor the word null for a missing one. */
class ViolationTest {

    private static final TextConstraint NAME = TextConstraint.length(2, 4).matching("[a-z]+");

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
}
