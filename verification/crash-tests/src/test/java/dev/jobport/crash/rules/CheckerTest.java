package dev.jobport.crash.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.crash.history.Family;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker finds what it is there to find: each of its rules has broken histories, and sound ones pass. */
class CheckerTest {

    static Stream<Change> broken() {
        return Stream.of(BrokenHistories.all(), CustomHistories.allBroken(), ActionTypeHistories.allBroken())
                .flatMap(List::stream);
    }

    static Stream<Change> sound() {
        return Stream.of(SoundHistories.all(), CustomHistories.allSound(), ActionTypeHistories.allSound())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_history_is_found(Change change) {
        assertThat(Checker.check(change.told()).violations())
                .extracting(Violation::rule)
                .contains(change.rule());
    }

    @Test
    void every_rule_has_a_broken_history() {
        Set<String> broken = broken().map(Change::rule).collect(Collectors.toSet());

        assertThat(Checker.RULES)
                .extracting(Rule::sentence)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(broken);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void a_sound_history_passes(Change change) {
        assertThat(Checker.check(change.told()).violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void every_rule_looks_at_something_in_the_sound_story(Family family) {
        assertThat(Checker.check(new Story(family).told()).facts())
                .allSatisfy((rule, facts) -> assertThat(facts)
                        .as(rule)
                        .satisfiesAnyOf(
                                some -> assertThat(some).isPositive(),
                                none -> assertThat(rule).isEqualTo("the oldest due job comes first"),
                                none -> assertThat(rule + family)
                                        .isEqualTo("a wrong client token changes nothingCustom")));
    }
}
