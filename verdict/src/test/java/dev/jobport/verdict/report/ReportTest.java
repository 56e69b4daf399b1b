package dev.jobport.verdict.report;

import static dev.jobport.verdict.report.Sample.BROKEN;
import static dev.jobport.verdict.report.Sample.FAILURE;
import static dev.jobport.verdict.report.Sample.HEADING;
import static dev.jobport.verdict.report.Sample.TEN;
import static dev.jobport.verdict.report.Sample.exchange;
import static dev.jobport.verdict.report.Sample.finding;
import static dev.jobport.verdict.report.Sample.judgement;
import static dev.jobport.verdict.report.Sample.rule;
import static dev.jobport.verdict.report.Sample.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.InjectedFault;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.json.Json;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What each form says, word for word. */
class ReportTest {

    @Test
    void people_read_what_was_broken_with_its_evidence_and_what_to_do() {
        assertThat(Report.TEXT.of(BROKEN, Demands.USUAL)).isEqualTo("""
            Jobport: the worker broke 1 rule (seed 20260731, rules 2026-1)

            CLAIM-3 error  A job that somebody else has is left alone.
                AWS's documentation: API Reference, AcknowledgeJob
                Job 4f0c was claimed by a rival; the worker reported a result.
                  #17  +0.211  AcknowledgeJob       job 4f0c, nonce #n7                                    400 InvalidNonceException  (fault rival/1)
                  #19  +0.215  PutJobFailureResult  job 4f0c, "InvalidNonceException: somebody else has…"  200  ← ended the other's job
                Whoever sends a result ends the job of the worker that has it.
                Drop the job and poll on.

            1 kept · 1 broken (1 error) · 1 exempt · 2 not exercised · 1 not observable
                exempt: REPORT-3
                not exercised: REPORT-7 REPORT-8
                not observable: CRED-1
            """);
    }

    @Test
    void every_kind_of_event_can_be_evidence() {
        LifeEvent life = new LifeEvent(
                20, TEN.plusSeconds(86_400), "4f0c", "a1", Optional.of("InProgress"), "TimedOut", Optional.empty());
        ArtifactRequest artifact = new ArtifactRequest(
                21,
                TEN,
                Optional.empty(),
                "GET",
                "/b/App",
                Optional.of("App"),
                Optional.empty(),
                Optional.of("#c3"),
                403,
                Optional.of("ExpiredToken"),
                Optional.empty(),
                Optional.of(new InjectedFault("credentials-expire", 1, false)));
        OutputLine output =
                new OutputLine(22, TEN, "stderr", "\u001b[31mred\nand more than forty characters of it, \uD83D\uDE00");
        ProcessEvent process = new ProcessEvent(23, TEN, ProcessEvent.Kind.ENDED, "1", "137");
        Mark mark = new Mark(24, TEN, Mark.Kind.SCENARIO_GIVES_UP, "plain: a job");
        Exchange poll = exchange(25, 1, "PollForJobs", Map.of(), 0, null, new InjectedFault("hang", 2, false));
        Verdict verdict = verdict(
                judgement("CLAIM-3", Status.BROKEN, finding(null, life, artifact, output, process, mark, poll)));

        assertThat(Report.TEXT.of(verdict, Demands.USUAL)).contains("""
                  #20  +86400.000  job 4f0c           InProgress → TimedOut                        by time  ← ended the other's job
                  #21  +0.000      GET App            credentials #c3                              403 ExpiredToken  (fault credentials-expire/1)
                  #22  +0.000      stderr             " [31mred and more than forty characters …"
                  #23  +0.000      process ended      "137"
                  #24  +0.000      scenario gives up  plain: a job
                  #25  +0.001      PollForJobs        for some, given 0                            never asked, not sent  (fault hang/2)
            """);
    }

    @Test
    void more_of_the_same_is_counted() {
        Finding finding = finding(null, FAILURE);
        Verdict verdict = verdict(judgement("CLAIM-3", Status.BROKEN, finding, finding, finding, finding, finding));

        assertThat(Report.TEXT.of(verdict, Demands.USUAL)).containsOnlyOnce("    And 2 more times.");
        assertThat(Report.MARKDOWN.of(verdict, Demands.USUAL)).containsOnlyOnce("And 2 more times.");
    }

    @Test
    void what_nothing_proves_is_told_first() {
        Verdict nothing = verdict(judgement("REPORT-7", Status.NOT_EXERCISED));
        Verdict little = verdict(judgement("CLAIM-5", Status.KEPT), judgement("REPORT-7", Status.NOT_EXERCISED));
        Demands demands = new Demands(Severity.ERROR, Set.of(RuleId.of("REPORT-7")));

        assertThat(Report.TEXT.of(nothing, Demands.USUAL))
                .startsWith("Jobport: inconclusive: no rule was seen to be kept (seed");
        assertThat(Report.TEXT.of(little, demands))
                .startsWith("Jobport: inconclusive: REPORT-7 is required and was not exercised (seed");
        assertThat(Report.TEXT.of(little, Demands.USUAL))
                .startsWith("Jobport: the worker kept the one rule that could have been broken (seed");
    }

    @Test
    void what_makes_all_that_was_kept_prove_too_little_is_told_whatever_else_is() {
        Verdict kept = verdict(judgement("CLAIM-5", Status.KEPT)).doubting("the worker never took a job");

        assertThat(Report.TEXT.of(kept, Demands.USUAL))
                .startsWith("Jobport: inconclusive: the worker never took a job (seed");
        assertThat(Report.JUNIT.of(kept, Demands.USUAL)).contains("inconclusive: the worker never took a job");
        assertThat(Report.JSON.of(kept, Demands.USUAL)).contains("\"doubts\":[\"the worker never took a job\"]");
        assertThat(Report.TEXT.of(BROKEN.doubting("the worker never took a job"), Demands.USUAL))
                .startsWith("Jobport: the worker broke 1 rule")
                .endsWith("    the worker never took a job\n");
    }

    @Test
    void scenarios_that_were_given_up_are_told() {
        Verdict verdict = new Verdict(
                "2026-1",
                HEADING,
                0,
                List.of(),
                List.of("a job", "a slow job"),
                List.of(),
                List.of(judgement("CLAIM-5", Status.KEPT)));
        String told = "given up, because nothing more was done for 60.0 s (--patience): a job, a slow job";

        assertThat(Report.TEXT.of(verdict, Demands.USUAL)).endsWith("    " + told + "\n");
        assertThat(Report.MARKDOWN.of(verdict, Demands.USUAL)).contains(told);
        assertThat(Report.JSON.of(verdict, Demands.USUAL)).contains("\"givenUp\":[\"a job\",\"a slow job\"]");
    }

    @Test
    void a_rule_that_failed_is_told_of_in_every_form() {
        Judgement failed = new Judgement(
                rule("CLAIM-5"), Status.NOT_OBSERVABLE, 0, List.of(), Optional.of("The rule itself failed: oh"));
        Verdict verdict = verdict(judgement("CLAIM-3", Status.KEPT), failed);

        assertThat(Report.TEXT.of(verdict, Demands.USUAL))
                .startsWith("Jobport: inconclusive: CLAIM-5 failed to judge")
                .contains("    CLAIM-5: The rule itself failed: oh\n");
        assertThat(Report.MARKDOWN.of(verdict, Demands.USUAL)).contains("The rule itself failed: oh");
        assertThat(Report.JUNIT.of(verdict, Demands.USUAL)).contains("<error message=\"The rule itself failed: oh\"/>");
        assertThat(Report.JSON.of(verdict, Demands.USUAL)).contains("\"failure\":\"The rule itself failed: oh\"");
    }

    @Test
    void events_that_had_no_room_are_told_of() {
        Verdict verdict = new Verdict(
                "2026-1", HEADING, 12, List.of(), List.of(), List.of(), List.of(judgement("CLAIM-5", Status.KEPT)));

        assertThat(Report.TEXT.of(verdict, Demands.USUAL))
                .contains("The oldest 12 events had no room; jobs that began before are not judged.");
        assertThat(Report.MARKDOWN.of(verdict, Demands.USUAL)).contains("The oldest 12 events had no room");
        assertThat(Report.JSON.of(verdict, Demands.USUAL)).contains("\"lost\":12");
    }

    @Test
    void calls_that_only_aws_serves_are_told_of_where_scenarios_are() {
        Verdict verdict = new Verdict(
                "2026-1",
                HEADING,
                0,
                List.of(),
                List.of(),
                List.of("GetPipeline", "StopPipelineExecution"),
                List.of(judgement("CLAIM-5", Status.KEPT)));
        String told = "not judged, because only AWS serves it: GetPipeline, StopPipelineExecution";

        assertThat(Report.TEXT.of(verdict, Demands.USUAL)).endsWith("    " + told + "\n");
        assertThat(Report.MARKDOWN.of(verdict, Demands.USUAL)).contains(told);
        assertThat(Report.JSON.of(verdict, Demands.USUAL))
                .contains("\"notServed\":[\"GetPipeline\",\"StopPipelineExecution\"]");
    }

    @Test
    void programs_read_all_of_it() {
        Map<?, ?> report = (Map<?, ?>) Json.read(Report.JSON.of(BROKEN, Demands.USUAL));
        Map<?, ?> first = (Map<?, ?>) ((List<?>) report.get("rules")).get(0);

        assertThat(Json.write(without(report, "rules")))
                .isEqualTo("{\"format\":\"jobport-verdict/1\",\"ruleSet\":\"2026-1\",\"jobport\":\"0.1.0\","
                        + "\"seed\":20260731,\"worker\":\"python my_worker.py\",\"conclusion\":\"broken\","
                        + "\"counts\":{\"kept\":1,\"broken\":1,\"exempt\":1,\"not-exercised\":2,"
                        + "\"not-observable\":1},\"lost\":0,\"doubts\":[],\"givenUp\":[],\"notServed\":[]}");
        assertThat(Json.write(first))
                .isEqualTo("{\"id\":\"CLAIM-3\",\"severity\":\"error\",\"status\":\"broken\","
                        + "\"statement\":\"A job that somebody else has is left alone.\","
                        + "\"why\":\"Whoever sends a result ends the job of the worker that has it.\","
                        + "\"source\":{\"kind\":\"DOC\",\"where\":\"API Reference, AcknowledgeJob\"},"
                        + "\"opportunities\":1,\"needs\":[\"WIRE\"],"
                        + "\"exercisedBy\":\"an acknowledgement that a rival wins\","
                        + "\"advice\":\"Drop the job and poll on.\",\"findings\":[{"
                        + "\"text\":\"Job 4f0c was claimed by a rival; the worker reported a result.\","
                        + "\"severity\":\"error\",\"events\":[17,19]}]}");
        assertThat((List<?>) report.get("rules")).hasSize(6);
    }

    @Test
    void build_servers_read_a_test_case_for_each_rule() {
        assertThat(Report.JUNIT.of(BROKEN, Demands.USUAL)).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="Jobport">
              <testsuite name="CLAIM" tests="2" failures="1" errors="0" skipped="0">
                <properties>
                  <property name="seed" value="20260731"/>
                  <property name="ruleSet" value="2026-1"/>
                </properties>
                <testcase classname="jobport.CLAIM" name="CLAIM-3 A job that somebody else has is left alone.">
                  <failure type="error" message="Job 4f0c was claimed by a rival; the worker reported a result.">Job 4f0c was claimed by a rival; the worker reported a result.
              #17  +0.211  AcknowledgeJob       job 4f0c, nonce #n7                                    400 InvalidNonceException  (fault rival/1)
              #19  +0.215  PutJobFailureResult  job 4f0c, &quot;InvalidNonceException: somebody else has…&quot;  200  ← ended the other's job
            Whoever sends a result ends the job of the worker that has it.
            Drop the job and poll on.</failure>
                </testcase>
                <testcase classname="jobport.CLAIM" name="CLAIM-5 A job that somebody else has is left alone."/>
              </testsuite>
              <testsuite name="REPORT" tests="3" failures="0" errors="0" skipped="3">
                <properties>
                  <property name="seed" value="20260731"/>
                  <property name="ruleSet" value="2026-1"/>
                </properties>
                <testcase classname="jobport.REPORT" name="REPORT-3 A job that somebody else has is left alone.">
                  <skipped message="Exempt: lost-answer/1."/>
                </testcase>
                <testcase classname="jobport.REPORT" name="REPORT-7 A job that somebody else has is left alone.">
                  <skipped message="Not exercised. It takes an acknowledgement that a rival wins."/>
                </testcase>
                <testcase classname="jobport.REPORT" name="REPORT-8 A job that somebody else has is left alone.">
                  <skipped message="Not exercised. It takes an acknowledgement that a rival wins."/>
                </testcase>
              </testsuite>
              <testsuite name="CRED" tests="1" failures="0" errors="0" skipped="1">
                <properties>
                  <property name="seed" value="20260731"/>
                  <property name="ruleSet" value="2026-1"/>
                </properties>
                <testcase classname="jobport.CRED" name="CRED-1 A job that somebody else has is left alone.">
                  <skipped message="Not observable. It takes a view of requests and answers."/>
                </testcase>
              </testsuite>
            </testsuites>
            """);
    }

    @Test
    void what_is_not_bad_enough_is_no_failure_for_a_build_server() {
        Finding advice = new Finding("It went in step.", Severity.ADVICE, Optional.empty(), List.of());
        Verdict verdict = verdict(judgement("CLAIM-3", Status.BROKEN, advice), judgement("CLAIM-5", Status.KEPT));

        assertThat(Report.JUNIT.of(verdict, Demands.USUAL))
                .contains("failures=\"0\"")
                .contains("<system-out>It went in step.");
        assertThat(Report.JUNIT.of(verdict, new Demands(Severity.ADVICE, Set.of())))
                .contains("failures=\"1\"");
    }

    @Test
    void a_build_server_sees_an_error_if_the_verdict_is_inconclusive() {
        assertThat(Report.JUNIT.of(verdict(judgement("CLAIM-5", Status.NOT_EXERCISED)), Demands.USUAL))
                .contains("<error message=\"inconclusive: no rule was seen to be kept\"/>");
    }

    @Test
    void pull_requests_show_a_table_of_all_rules() {
        assertThat(Report.MARKDOWN.of(BROKEN, Demands.USUAL)).isEqualTo("""
            ## Job worker: the worker broke 1 rule

            1 kept · 1 broken (1 error) · 1 exempt · 2 not exercised · 1 not observable. Seed 20260731, rules 2026-1, `python my_worker.py`.

            ### CLAIM-3 (error): A job that somebody else has is left alone.

            Job 4f0c was claimed by a rival; the worker reported a result.

                #17  +0.211  AcknowledgeJob       job 4f0c, nonce #n7                                    400 InvalidNonceException  (fault rival/1)
                #19  +0.215  PutJobFailureResult  job 4f0c, "InvalidNonceException: somebody else has…"  200  ← ended the other's job

            Whoever sends a result ends the job of the worker that has it. Drop the job and poll on. *AWS's documentation: API Reference, AcknowledgeJob.*

            | rule | | what it says | |
            |---|---|---|---|
            | CLAIM-3 | **broken**, error | A job that somebody else has is left alone. |  |
            | CLAIM-5 | kept | A job that somebody else has is left alone. |  |
            | REPORT-3 | exempt | A job that somebody else has is left alone. | Exempt: lost-answer/1. |
            | REPORT-7 | not exercised | A job that somebody else has is left alone. | Not exercised. It takes an acknowledgement that a rival wins. |
            | REPORT-8 | not exercised | A job that somebody else has is left alone. | Not exercised. It takes an acknowledgement that a rival wins. |
            | CRED-1 | not observable | A job that somebody else has is left alone. | Not observable. It takes a view of requests and answers. |
            """);
    }

    @ParameterizedTest
    @EnumSource(Report.class)
    void whatever_a_worker_says_the_form_is_kept(Report report) throws Exception {
        String hostile = "<script>&\"'|`*_\u0000\u001b[2J\u009b\u202e\uFFFF\uD800]]>\n# no heading\r\n| no | row |";
        Exchange exchange =
                exchange(1, 0, "PutJobFailureResult", Map.of("failureDetails.message", hostile), 400, hostile, null);
        Finding finding =
                new Finding(hostile, Severity.ERROR, Optional.empty(), List.of(new Evidence(exchange, hostile)));
        String told = report.of(verdict(judgement("CLAIM-3", Status.BROKEN, finding)), Demands.USUAL);

        assertThat(told)
                .doesNotContain("\u001b", "\u009b", "\u202e")
                .doesNotContain("\n# no heading")
                .doesNotContain("\n| no");
        if (report == Report.JUNIT) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(told)));
            assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
        } else if (report == Report.JSON) {
            assertThat(Json.read(told)).isInstanceOf(Map.class);
        } else if (report == Report.MARKDOWN) {
            assertThat(told.lines().filter(line -> !line.startsWith("    "))).noneMatch(it -> it.contains("<script>"));
        }
    }

    private static Map<Object, Object> without(Map<?, ?> map, String name) {
        Map<Object, Object> copy = new LinkedHashMap<>(map);
        copy.remove(name);
        return copy;
    }
}
