package dev.jobport.verdict.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.verdict.Conclusion;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Source;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.Vantage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

    private static final RuleSet RULES = RuleSet.newest();

    @Test
    void a_worker_that_does_nothing_proves_nothing() {
        Verdict verdict = RULES.judge(new Story().told());

        assertThat(verdict.judgements()).extracting(Judgement::status).containsOnly(Status.NOT_EXERCISED);
        assertThat(verdict.conclusion(Demands.USUAL)).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void a_worker_that_takes_no_job_proves_nothing_however_well_it_polls() {
        Story idle = new Story().starts("a-j1", "Custom/Build/Own/1", null).poll();
        Story shy = new Story().starts("a-j1", "Custom/Build/Own/1", null).poll(Story.offer("j1", "#n1"));
        Story refused = new Story()
                .starts("a-j1", "Custom/Build/Own/1", null)
                .call("PollForJobs", Twist.refused("ActionTypeNotFoundException"));

        assertThat(RULES.judge(idle.told()).doubts())
                .containsExactly("the worker never took a job; its polls found nothing");
        assertThat(RULES.judge(shy.told()).doubts())
                .containsExactly("the worker never took a job; it acknowledged none that it was offered");
        assertThat(RULES.judge(refused.told()).doubts())
                .singleElement()
                .asString()
                .startsWith("the worker never took a job; its last poll was refused with ActionTypeNotFoundException");
        assertThat(RULES.judge(idle.told()).conclusion(Demands.USUAL)).isEqualTo(Conclusion.INCONCLUSIVE);
    }

    @Test
    void a_worker_that_took_a_job_or_lost_it_to_a_fault_is_believed() {
        Story taken = Story.done().starts("a-j1", "Custom/Build/Own/1", null);
        Story lost = Story.offered()
                .starts("a-j1", "Custom/Build/Own/1", null)
                .acknowledge("j1", "#n1", Twist.refused("InvalidNonceException"), Twist.fault("rival"));

        assertThat(RULES.judge(taken.told()).doubts()).isEmpty();
        assertThat(RULES.judge(lost.told()).doubts()).isEmpty();
        assertThat(RULES.judge(new Story().poll().told()).doubts()).isEmpty();
    }

    @Test
    void a_scenario_that_was_given_up_is_named() {
        assertThat(RULES.judge(Story.taken()
                                .mark(Mark.Kind.SCENARIO_GIVES_UP, "a job")
                                .told())
                        .givenUp())
                .containsExactly("a job");
    }

    @Test
    void what_cannot_be_seen_from_where_the_recorder_stood_is_not_observable() {
        Verdict verdict = RULES.judge(Story.done().seenFrom(Vantage.WIRE).told());

        assertThat(verdict.with(Status.NOT_OBSERVABLE))
                .extracting(it -> it.rule().id().toString())
                .containsExactly(
                        "POLL-3",
                        "POLL-4",
                        "CLAIM-1",
                        "REPORT-2",
                        "REPORT-9",
                        "REPORT-14",
                        "CRED-1",
                        "CRED-2",
                        "CRED-3",
                        "CRED-4",
                        "SEC-2",
                        "LIFE-1");
        assertThat(RULES.judge(Story.done().seenFrom().told()).with(Status.NOT_OBSERVABLE))
                .hasSize(48);
    }

    @Test
    void a_rule_that_fails_is_nobodys_pass() {
        List<CheckedRule> rules = new ArrayList<>(Polling.RULES);
        rules.add(CheckedRule.error("POLL-99", "It holds.")
                .why("It would break.")
                .source(Source.Kind.DOC, "nowhere")
                .exercisedBy("anything")
                .advice("None.")
                .check((seen, findings) -> {
                    findings.kept();
                    throw new IllegalStateException("oh");
                }));
        Verdict verdict = new RuleSet("test", rules).judge(Story.done().told());

        assertThat(verdict.of(RuleId.of("POLL-5")).status()).isEqualTo(Status.KEPT);
        assertThat(verdict.of(RuleId.of("POLL-99")).status()).isEqualTo(Status.NOT_OBSERVABLE);
        assertThat(verdict.of(RuleId.of("POLL-99")).failure()).get().asString().contains("oh");
        assertThat(verdict.conclusion(Demands.USUAL)).isEqualTo(Conclusion.INCONCLUSIVE);
        assertThatThrownBy(() -> verdict.assertKept("POLL-99")).hasMessageContaining("The rule itself failed");
    }

    @ParameterizedTest
    @CsvSource({"ERROR,KEPT", "WARNING,BROKEN", "ADVICE,BROKEN"})
    void a_verdict_is_broken_by_what_is_bad_enough(Severity breaking, Conclusion conclusion) {
        Verdict twice = RULES.judge(Story.done().success("j1").told());

        assertThat(twice.of(RuleId.of("REPORT-3")).severity()).isEqualTo(Severity.WARNING);
        assertThat(twice.conclusion(new Demands(breaking, Set.of()))).isEqualTo(conclusion);
    }

    @Test
    void what_is_required_has_to_be_exercised() {
        Verdict verdict = RULES.judge(Story.done().told());

        assertThat(verdict.conclusion(required("CLAIM-5"))).isEqualTo(Conclusion.KEPT);
        assertThat(verdict.conclusion(required("CLAIM-3"))).isEqualTo(Conclusion.INCONCLUSIVE);
        assertThatThrownBy(() -> verdict.conclusion(required("CLAIM-9")))
                .hasMessage("The rules of 2026-1 know no CLAIM-9.");
    }

    @Test
    void exit_codes_are_those_of_the_design() {
        assertThat(Conclusion.values()).extracting(Conclusion::exitCode).containsExactly(0, 1, 3);
    }

    @Test
    void a_test_asks_for_rules_that_are_kept() {
        Verdict verdict = RULES.judge(Story.done().success("j1").told());

        assertThatCode(() -> verdict.assertKept("CLAIM-5", "REPORT-1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> verdict.assertKept("CLAIM-5", "REPORT-3"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("REPORT-3 is broken: ")
                .hasMessageEndingWith("Job j1 got a second result, the same.");
        assertThatThrownBy(() -> verdict.assertKept("CLAIM-3"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("CLAIM-3 is not exercised: ")
                .hasMessageContaining("To exercise it: an acknowledgement that a rival wins");
        assertThatThrownBy(() -> verdict.assertKept("claim")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void calls_that_only_aws_serves_are_told_of_and_not_judged() {
        Verdict verdict = RULES.judge(Story.done()
                .call("GetPipelineState", OddReports.NOT_SERVED)
                .call("GetPipelineState", OddReports.NOT_SERVED)
                .poll()
                .told());

        assertThat(verdict.with(Status.BROKEN)).isEmpty();
        assertThat(verdict.notServed()).containsExactly("GetPipelineState");
    }

    @Test
    void sets_are_chosen_by_date() {
        assertThat(RuleSet.of("2026-1")).isSameAs(RuleSet.newest());
        assertThatThrownBy(() -> RuleSet.of("2025-1"))
                .hasMessage("There are no rules of 2025-1; there are those of 2026-1.");
    }

    @Test
    void what_was_written_is_judged_as_what_was_recorded() throws IOException {
        for (Case it : EveryRuleTest.cases().toList()) {
            String lines = HistoryLines.of(it.broken().told()).collect(Collectors.joining("\n"));

            assertThat(RULES.judge(HistoryLines.read(new StringReader(lines))))
                    .isEqualTo(RULES.judge(it.broken().told()));
        }
    }

    @Test
    void a_job_whose_beginning_is_lost_is_not_judged() {
        Story second = new Story().success("j1").poll(Story.offer("j2", "#n2")).success("j2");

        assertThat(RULES.judge(second.told()).of(RuleId.of("REPORT-1")).opportunities())
                .isEqualTo(1);
        Verdict verdict = RULES.judge(Story.done()
                .without("PollForJobs", "life", "AcknowledgeJob")
                .havingLost(3)
                .told());
        assertThat(verdict.of(RuleId.of("REPORT-1")).status()).isEqualTo(Status.NOT_EXERCISED);
        assertThat(verdict.lost()).isEqualTo(3);
    }

    private static Demands required(String id) {
        return new Demands(Severity.ERROR, Set.of(RuleId.of(id)));
    }
}
