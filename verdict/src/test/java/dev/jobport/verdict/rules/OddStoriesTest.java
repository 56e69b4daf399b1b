package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.done;
import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.goesOn;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.over;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.throttled;
import static dev.jobport.verdict.rules.Twist.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.verdict.Finding;
import dev.jobport.verdict.RuleId;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories that look like sins and are none, or are excused by what was done to the worker, or are others than they look. */
class OddStoriesTest {

    private static final String INVALID_NONCE = "InvalidNonceException";
    private static final String INVALID_STATE = "InvalidJobStateException";

    /** What becomes of a rule, and why it is told. */
    record Odd(String rule, Status status, String what, Story story) {
        @Override
        public String toString() {
            return rule + " is " + status + " if " + what;
        }
    }

    static Stream<Odd> odd() {
        return Stream.of(polling().stream(), claiming().stream(), reporting().stream(), others().stream())
                .flatMap(it -> it);
    }

    private static List<Odd> polling() {
        return List.of(
                new Odd(
                        "POLL-1",
                        Status.KEPT,
                        "a short wait was meant",
                        new Story()
                                .poll()
                                .later(100)
                                .poll()
                                .later(100)
                                .poll()
                                .later(100)
                                .poll()
                                .expecting(new Expectations(
                                        Optional.of(Duration.ofMillis(100)), 50, Duration.ofMinutes(1)))),
                new Odd(
                        "POLL-1",
                        Status.NOT_EXERCISED,
                        "each of many connections polls once",
                        new Story().poll().call("PollForJobs", over(2)).call("PollForJobs", over(3))),
                new Odd(
                        "POLL-3",
                        Status.EXEMPT,
                        "the answer of the poll was lost",
                        new Story()
                                .call("PollForJobs", lost(), it -> it.offers = List.of(offer("j1", "#n1")))
                                .life("j1", "Dispatched", "Queued")),
                new Odd(
                        "POLL-3",
                        Status.EXEMPT,
                        "time was moved past the lease",
                        offered().mark(Mark.Kind.JUMP, "advance PT1H").life("j1", "Dispatched", "Queued")),
                new Odd(
                        "POLL-4",
                        Status.EXEMPT,
                        "time was moved past the lease",
                        offered()
                                .mark(Mark.Kind.JUMP, "advance PT1H")
                                .life("j1", "Dispatched", "Queued")
                                .acknowledge("j1", "#n1")),
                new Odd(
                        "POLL-6",
                        Status.NOT_EXERCISED,
                        "the worker was asked to end before it could poll",
                        new Story()
                                .poll()
                                .at(1_000)
                                .poll()
                                .at(2_000)
                                .call("PollForJobs", refused("ThrottlingException"))
                                .process(ProcessEvent.Kind.SIGNALLED, "SIGTERM")
                                .at(60_000)
                                .process(ProcessEvent.Kind.ENDED, "0")),
                new Odd(
                        "POLL-6",
                        Status.NOT_EXERCISED,
                        "it was watched for too short a time",
                        new Story()
                                .poll()
                                .at(1_000)
                                .poll()
                                .at(2_000)
                                .call("PollForJobs", refused("ThrottlingException"))
                                .at(4_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "POLL-6",
                        Status.BROKEN,
                        "the worker died of a refusal",
                        new Story()
                                .call("PollForJobs", refused("AccessDeniedException"))
                                .process(ProcessEvent.Kind.ENDED, "1")));
    }

    private static List<Odd> claiming() {
        return List.of(
                new Odd(
                        "CLAIM-1",
                        Status.EXEMPT,
                        "the answer of the acknowledgement was lost",
                        offered().acknowledge("j1", "#n1", lost()).artifact("GET", "App", "j1", "#c1")),
                new Odd(
                        "CLAIM-1",
                        Status.NOT_EXERCISED,
                        "the answer may have been there already",
                        taken().after("AcknowledgeJob").later(6).artifact("GET", "App", "j1", "#c1")),
                new Odd(
                        "CLAIM-3",
                        Status.NOT_EXERCISED,
                        "the worker has the job, and asked twice",
                        taken().acknowledge("j1", "#n1", refused(INVALID_NONCE)).success("j1")),
                new Odd(
                        "CLAIM-3",
                        Status.KEPT,
                        "the job was offered again, and then taken",
                        offered()
                                .acknowledge("j1", "#n0", refused(INVALID_NONCE))
                                .poll(offer("j1", "#n2"))
                                .acknowledge("j1", "#n2")
                                .success("j1")),
                new Odd(
                        "CLAIM-3",
                        Status.KEPT,
                        "the result was on its way when the refusal came",
                        offered()
                                .acknowledge("j1", "#n1", refused(INVALID_NONCE))
                                .after("AcknowledgeJob")
                                .later(5)
                                .success("j1", refused(INVALID_STATE))),
                new Odd(
                        "CLAIM-3",
                        Status.EXEMPT,
                        "the worker won, and never learned of it",
                        offered()
                                .acknowledge("j1", "#n1", lost())
                                .acknowledge("j1", "#n1", refused(INVALID_NONCE))
                                .success("j1")),
                new Odd(
                        "CLAIM-3",
                        Status.BROKEN,
                        "the winner is another worker that is watched too",
                        offered()
                                .acknowledge("j1", "#n1", it -> it.key = "worker-2")
                                .acknowledge("j1", "#n1", refused(INVALID_NONCE))
                                .failure("j1", "somebody else has it")),
                new Odd(
                        "CLAIM-4",
                        Status.KEPT,
                        "the newer nonce was on its way",
                        offered().after("life").poll(offer("j1", "#n2")).at(15).acknowledge("j1", "#n1")),
                new Odd(
                        "CLAIM-4",
                        Status.KEPT,
                        "an SDK tries again",
                        offered()
                                .acknowledge("j1", "#n1", called("i1"), lost())
                                .poll(offer("j1", "#n2"))
                                .acknowledge("j1", "#n1", called("i1"))),
                new Odd(
                        "CLAIM-5",
                        Status.EXEMPT,
                        "the first answer was lost",
                        offered().acknowledge("j1", "#n1", lost()).acknowledge("j1", "#n1", refused(INVALID_NONCE))),
                new Odd(
                        "CLAIM-5",
                        Status.KEPT,
                        "an SDK tries again",
                        offered()
                                .acknowledge("j1", "#n1", called("i1"), lost())
                                .acknowledge("j1", "#n1", called("i1"))),
                new Odd(
                        "CLAIM-6",
                        Status.EXEMPT,
                        "the token was changed",
                        new Story()
                                .call(
                                        "GetThirdPartyJobDetails",
                                        "j1",
                                        refused("InvalidClientTokenException"),
                                        fault("client-token-rotated"))
                                .call("GetThirdPartyJobDetails", "j1", refused("InvalidClientTokenException"))),
                new Odd(
                        "CLAIM-7",
                        Status.EXEMPT,
                        "the first answer was lost",
                        offered()
                                .acknowledge("j1", "#n1", lost())
                                .acknowledge("j1", "#n1", refused(INVALID_NONCE))
                                .acknowledge("j1", "#n1", refused(INVALID_NONCE))));
    }

    private static List<Odd> reporting() {
        return List.of(
                new Odd(
                        "REPORT-1",
                        Status.NOT_EXERCISED,
                        "nobody knows where the job is from",
                        new Story().success("j9", refused("JobNotFoundException"))),
                new Odd(
                        "REPORT-2",
                        Status.EXEMPT,
                        "time was moved past the timeout",
                        taken().mark(Mark.Kind.JUMP, "advance P1D").life("j1", "InProgress", "TimedOut")),
                new Odd(
                        "REPORT-2",
                        Status.EXEMPT,
                        "the worker was killed",
                        taken().process(ProcessEvent.Kind.SIGNALLED, "SIGKILL")
                                .process(ProcessEvent.Kind.ENDED, "137")
                                .life("j1", "InProgress", "TimedOut")),
                new Odd(
                        "REPORT-2",
                        Status.EXEMPT,
                        "no result got through",
                        taken().success("j1", throttled()).life("j1", "InProgress", "TimedOut")),
                new Odd(
                        "REPORT-2",
                        Status.EXEMPT,
                        "the worker never learned that it has the job",
                        offered().acknowledge("j1", "#n1", lost()).life("j1", "InProgress", "TimedOut")),
                new Odd(
                        "REPORT-2",
                        Status.NOT_EXERCISED,
                        "its action was stopped",
                        taken().life("j1", "InProgress", "Abandoned").mark(Mark.Kind.SCENARIO_GIVES_UP, "a job")),
                new Odd(
                        "REPORT-3",
                        Status.EXEMPT,
                        "the answer of the first was lost",
                        taken().success("j1", lost()).failure("j1", "It is not known.", refused(INVALID_STATE))),
                new Odd(
                        "REPORT-3",
                        Status.KEPT,
                        "the first result was refused",
                        taken().success("j1", refused("ValidationException"))
                                .failure("j1", "The summary was too long.")),
                new Odd(
                        "REPORT-3",
                        Status.KEPT,
                        "an SDK tries again",
                        taken().success("j1", called("i1"), lost()).success("j1", called("i1"))),
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the worker was killed before it could",
                        taken().success("j1", throttled())
                                .process(ProcessEvent.Kind.SIGNALLED, "SIGKILL")
                                .at(60_000)
                                .process(ProcessEvent.Kind.ENDED, "137")),
                new Odd(
                        "REPORT-6",
                        Status.EXEMPT,
                        "an earlier result may have counted",
                        taken().success("j1", lost())
                                .success("j1", refused(INVALID_STATE))
                                .success("j1", refused(INVALID_STATE))),
                new Odd(
                        "REPORT-9",
                        Status.BROKEN,
                        "the action times out with success alone",
                        taken().success("j1", goesOn()).life("j1-2", "Queued", "TimedOut")),
                new Odd(
                        "REPORT-9",
                        Status.EXEMPT,
                        "time was moved past the action's timeout",
                        taken().success("j1", goesOn())
                                .mark(Mark.Kind.JUMP, "advance P1D")
                                .life("j1-2", "Queued", "TimedOut")),
                new Odd(
                        "REPORT-8",
                        Status.BROKEN,
                        "a third party reports variables",
                        new Story().call("PutThirdPartyJobSuccessResult", "j1", with("outputVariables.url", "x"))),
                new Odd(
                        "REPORT-15",
                        Status.NOT_EXERCISED,
                        "the message is empty, which is refused anyway",
                        taken().failure("j1", "", refused("ValidationException", "failureDetails.message"))));
    }

    private static List<Odd> others() {
        return List.of(
                new Odd(
                        "CRED-1",
                        Status.NOT_EXERCISED,
                        "nothing followed yet",
                        taken().artifact("GET", "App", "j1", "#c1", 403, "ExpiredToken", "")),
                new Odd(
                        "CRED-2",
                        Status.KEPT,
                        "a later job of the action reads with the credentials of the first",
                        taken().success("j1", goesOn())
                                .poll(offer("j1-2", "#n2"))
                                .artifact("GET", "App", "j1-2", "#c1")),
                new Odd(
                        "CRED-3",
                        Status.NOT_EXERCISED,
                        "the worker goes to another S3",
                        new Story()
                                .poll(offer("j1", "#n1", "App"))
                                .acknowledge("j1", "#n1")
                                .success("j1")),
                new Odd(
                        "CRED-3",
                        Status.NOT_EXERCISED,
                        "it uploads in a way that the probe does not offer",
                        new Story()
                                .poll(offer("j1", "#n1", "App"))
                                .acknowledge("j1", "#n1")
                                .artifact("POST", "App", "j1", "#c1", 501, "NotImplemented", "")
                                .success("j1")),
                new Odd(
                        "CRED-3",
                        Status.KEPT,
                        "the answer to the first upload was cut, and it was stored again",
                        new Story()
                                .poll(offer("j1", "#n1", "App"))
                                .acknowledge("j1", "#n1")
                                .cutUpload("App", "j1", "#c1")
                                .artifact("PUT", "App", "j1", "#c1")
                                .success("j1")),
                new Odd(
                        "CRED-3",
                        Status.BROKEN,
                        "the answer to the upload was cut, and success was reported",
                        new Story()
                                .poll(offer("j1", "#n1", "App"))
                                .acknowledge("j1", "#n1")
                                .cutUpload("App", "j1", "#c1")
                                .success("j1")),
                new Odd(
                        "CRED-4",
                        Status.NOT_EXERCISED,
                        "one output alone has what another had",
                        new Story()
                                .poll(offer("j1", "#n1", "App", "Docs"), offer("j2", "#n2", "Docs", "App"))
                                .artifact("PUT", "App", "j1", "#c1", 200, null, "app")
                                .artifact("PUT", "Docs", "j1", "#c1", 200, null, "empty")
                                .artifact("PUT", "App", "j2", "#c2", 200, null, "empty")
                                .artifact("PUT", "Docs", "j2", "#c2", 200, null, "empty")),
                new Odd(
                        "REPORT-2",
                        Status.EXEMPT,
                        "a broken proxy answered the result",
                        taken().success("j1", fault("garbage")).life("j1", "InProgress", "TimedOut")),
                new Odd(
                        "WIRE-1",
                        Status.BROKEN,
                        "the door refuses without a name",
                        new Story().call("", it -> it.status = 411)),
                new Odd(
                        "ERR-1",
                        Status.NOT_EXERCISED,
                        "it was throttled twice",
                        new Story()
                                .call("PollForJobs", throttled())
                                .call("PollForJobs", throttled())
                                .poll()),
                new Odd(
                        "ERR-3",
                        Status.NOT_EXERCISED,
                        "a poll is refused for good, which may end",
                        new Story()
                                .call("PollForJobs", refused("ActionTypeNotFoundException"))
                                .call("PollForJobs", refused("ActionTypeNotFoundException"))
                                .call("PollForJobs", refused("ActionTypeNotFoundException"))),
                new Odd(
                        "ERR-5",
                        Status.KEPT,
                        "the server started again",
                        new Story().poll().mark(Mark.Kind.RESTART, "memory").poll()),
                new Odd(
                        "ERR-7",
                        Status.NOT_EXERCISED,
                        "patience is not at its end",
                        new Story()
                                .call("PollForJobs", fault("hang"), it -> it.answered = false)
                                .at(30_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "hang")),
                new Odd(
                        "SEC-3",
                        Status.EXEMPT,
                        "the door's clock is wrong",
                        new Story()
                                .call(
                                        "PollForJobs",
                                        refused("InvalidSignatureException"),
                                        fault("clock-skew"),
                                        it -> it.signed = false)),
                new Odd(
                        "SEC-1",
                        Status.KEPT,
                        "a text has a colour or the number of an issue in it",
                        taken().failure("j1", "Build #12 failed; see #c3d4e5 and #s2x.")),
                new Odd(
                        "WIRE-1",
                        Status.NOT_EXERCISED,
                        "another rule tells of the refusal",
                        new Story().call("PollForJobs", refused("ValidationException", "no queryParam"))),
                new Odd(
                        "LIFE-1",
                        Status.KEPT,
                        "a poll was on its way when the signal came",
                        done().process(ProcessEvent.Kind.SIGNALLED, "SIGTERM")
                                .poll()
                                .process(ProcessEvent.Kind.ENDED, "0")),
                new Odd(
                        "LIFE-1",
                        Status.KEPT,
                        "another process takes its place",
                        done().process(ProcessEvent.Kind.SIGNALLED, "SIGTERM")
                                .process(ProcessEvent.Kind.ENDED, "0")
                                .process(ProcessEvent.Kind.STARTED, "worker")
                                .at(20_000)
                                .poll()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void an_odd_story_is_judged_for_what_it_is(Odd odd) {
        Verdict verdict = RuleSet.newest().judge(odd.story().told());

        assertThat(verdict.of(RuleId.of(odd.rule())).status()).isEqualTo(odd.status());
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
