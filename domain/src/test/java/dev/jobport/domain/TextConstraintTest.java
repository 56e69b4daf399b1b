package dev.jobport.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A limit of texts lets good ones through, names what a bad one breaks, and can be printed. */
class TextConstraintTest {

    @Test
    void it_accepts_exactly_what_it_lets_through() {
        TextConstraint length = TextConstraint.length(2, 4);

        for (String good : List.of("ab", "abcd", "🚀🚀🚀🚀")) {
            assertThat(length.accepts(good)).isTrue();
            assertThat(length.require(good)).isEqualTo(good);
        }
        for (String bad : List.of("", "a", "abcde")) {
            assertThat(length.accepts(bad)).isFalse();
            assertThatThrownBy(() -> length.require(bad)).isInstanceOf(Refusal.Validation.class);
        }
    }

    @Test
    void a_pattern_has_to_match_the_whole_text() {
        TextConstraint pattern = TextConstraint.pattern("[ab]+");

        assertThat(pattern.accepts("abba")).isTrue();
        assertThat(pattern.accepts("abbac")).isFalse();
        assertThat(pattern.accepts("")).isFalse();
    }

    @Test
    void a_quick_pattern_decides_and_the_one_of_aws_is_told() {
        for (TextConstraint quick : List.of(
                TextConstraint.pattern("(a+)+", "a++"),
                TextConstraint.length(0, 9).matching("(a+)+", "a++"))) {
            assertThat(quick.accepts("aaa")).isTrue();
            assertThat(quick.regex()).contains("(a+)+");
            assertThatThrownBy(() -> quick.require("b"))
                    .hasMessageEndingWith("Member must satisfy regular expression pattern: (a+)+");
        }
    }

    @Test
    void a_text_at_a_limit_of_length_breaks_no_more_than_the_pattern() {
        TextConstraint constraint = TextConstraint.length(2, 4).matching("[a-z]+");

        for (String atTheLimit : List.of("AB", "ABCD")) {
            assertThatThrownBy(() -> constraint.require("name", atTheLimit))
                    .hasMessage("1 validation error detected: Value at 'name' failed to satisfy constraint:"
                            + " Member must satisfy regular expression pattern: [a-z]+");
        }
    }

    @Test
    void its_limits_can_be_read() {
        TextConstraint constraint = TextConstraint.length(2, 4).matching("[a-z]+");

        assertThat(constraint.minLength()).isEqualTo(2);
        assertThat(constraint.maxLength()).isEqualTo(4);
        assertThat(constraint.regex()).contains("[a-z]+");
        assertThat(TextConstraint.length(2, 4).regex()).isEmpty();
    }

    @Test
    void its_parts_are_all_that_a_value_can_break() {
        assertThat(TextConstraint.length(1, 4).matching("[a-z]+").parts())
                .containsExactly(
                        "have length less than or equal to 4",
                        "have length greater than or equal to 1",
                        "satisfy regular expression pattern: [a-z]+");
        assertThat(TextConstraint.length(0, 4).parts()).containsExactly("have length less than or equal to 4");
        assertThat(TextConstraint.pattern("[a-z]*").parts())
                .containsExactly("satisfy regular expression pattern: [a-z]*");
    }
}
