package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.done;
import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Finding;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories that look like sins and are none, or are excused by what was done to the worker, or are others than they look. */
class OddStoriesTest {

    private static final String INVALID_NONCE = "InvalidNonceException";

    static Stream<Odd> odd() {
        return Stream.of(
                        OddClaims.polling(),
                        OddClaims.claiming(),
                        OddReports.reporting(),
                        OddReports.others(),
                        OddWaits.answeredLate(),
                        OddWaits.busy(),
                        OddWaits.slowRounds(),
                        OddWaits.toldMore(),
                        OddActions.goingOn(),
                        OddActions.startedAgain(),
                        OddWarnings.paces(),
                        OddWarnings.heldUp(),
                        OddWarnings.othersDeeds())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void an_odd_story_is_judged_for_what_it_is(Odd odd) {
        Verdict verdict = RuleSet.newest().judge(odd.story().told());

        assertThat(verdict.of(RuleId.of(odd.rule())).status())
                .as(odd.toString())
                .isEqualTo(odd.status());
    }

    @Test
    void an_excuse_is_named() {
        Verdict verdict = RuleSet.newest()
                .judge(offered()
                        .acknowledge("j1", "#n1", lost())
                        .acknowledge("j1", "#n1", refused(INVALID_NONCE))
                        .told());

        assertThat(verdict.of(RuleId.of("CLAIM-5")).findings())
                .extracting(Finding::excuse)
                .containsExactly(Optional.of("lost-answer/1"));
    }

    @Test
    void one_broken_opportunity_outweighs_those_that_were_kept_and_those_that_are_excused() {
        Verdict verdict = RuleSet.newest()
                .judge(done().success("j1")
                        .poll(offer("j2", "#n2"))
                        .acknowledge("j2", "#n2")
                        .success("j2")
                        .poll(offer("j3", "#n3"))
                        .acknowledge("j3", "#n3")
                        .success("j3", lost())
                        .success("j3")
                        .told());

        assertThat(verdict.of(RuleId.of("REPORT-3")).status()).isEqualTo(Status.BROKEN);
        assertThat(verdict.of(RuleId.of("REPORT-3")).opportunities()).isEqualTo(3);
        assertThat(verdict.of(RuleId.of("REPORT-3")).broken()).hasSize(1);
    }
}
