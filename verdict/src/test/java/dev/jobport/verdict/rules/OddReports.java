package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.done;
import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Story.takenInARound;
import static dev.jobport.verdict.rules.Twist.broken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.goesOn;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.throttled;
import static dev.jobport.verdict.rules.Twist.with;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import java.util.List;

/** Odd stories of results, and of all that is beside them. */
final class OddReports {

    private static final String INVALID_STATE = "InvalidJobStateException";

    private OddReports() {}

    static final Twist NOT_SERVED = refused(
            "UnknownOperationException",
            "GetPipelineState is not served here: Jobport serves job workers and action types only.");

    private static final Twist SKEWED = it -> {
        refused("InvalidSignatureException").on(it);
        fault("clock-skew").on(it);
        it.signed = false;
    };

    private static Story skewed() {
        return new Story().call("PollForJobs", SKEWED);
    }

    static List<Odd> reporting() {
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

    static List<Odd> others() {
        return List.of(
                new Odd(
                        "CRED-1",
                        Status.NOT_EXERCISED,
                        "nothing followed yet",
                        taken().artifact("GET", "App", "j1", "#c1", 403, "ExpiredToken", "")),
                new Odd(
                        "CRED-1",
                        Status.KEPT,
                        "fresh credentials were fetched, and the storage was away",
                        taken().artifact("PUT", "App", "j1", "#c1", 403, "ExpiredToken", "")
                                .call("GetJobDetails", "j1", it -> it.offers = List.of(offer("j1", "#n9")))
                                .artifact("PUT", "App", "j1", "#c9", 503, "503", "")
                                .failure("j1", "The outputs could not be stored.")),
                new Odd(
                        "CRED-1",
                        Status.EXEMPT,
                        "no fresh credentials were to be had",
                        taken().artifact("PUT", "App", "j1", "#c1", 403, "ExpiredToken", "")
                                .call("GetJobDetails", "j1", throttled())
                                .failure("j1", "The outputs could not be stored.")),
                new Odd(
                        "CRED-1",
                        Status.EXEMPT,
                        "the job had ended by then",
                        taken().artifact("PUT", "App", "j1", "#c1", 403, "ExpiredToken", "")
                                .call("GetJobDetails", "j1", refused("JobNotFoundException"))
                                .failure("j1", "The outputs could not be stored.")),
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
                        "ERR-6",
                        Status.BROKEN,
                        "it was the door's clock that came right, after a long time",
                        skewed().later(6_000).call("PollForJobs", SKEWED).poll()),
                new Odd(
                        "ERR-6",
                        Status.NOT_EXERCISED,
                        "it was the door's clock that came right, soon",
                        skewed().poll()),
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the server was to fail afterwards, and refused it",
                        takenInARound()
                                .success("j1", refused(INVALID_STATE), fault("500-after"))
                                .later(60_000)
                                .poll()),
                new Odd(
                        "REPORT-4",
                        Status.BROKEN,
                        "the server failed afterwards",
                        takenInARound()
                                .success("j1", broken(), fault("500-after"))
                                .later(60_000)
                                .poll()),
                new Odd(
                        "REPORT-4",
                        Status.BROKEN,
                        "the worker was asked to end long after",
                        takenInARound()
                                .success("j1", lost())
                                .later(20_000)
                                .process(ProcessEvent.Kind.SIGNALLED, "SIGTERM")),
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the worker still waits for the answer",
                        takenInARound()
                                .success("j1", lost(), fault("hang"))
                                .later(20_000)
                                .poll()),
                new Odd(
                        "REPORT-4",
                        Status.BROKEN,
                        "the worker does not wait any more",
                        takenInARound()
                                .success("j1", lost(), fault("hang"))
                                .later(60_000)
                                .poll()),
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the worker was asked to end at once",
                        takenInARound()
                                .success("j1", lost())
                                .process(ProcessEvent.Kind.SIGNALLED, "SIGTERM")
                                .later(20_000)
                                .poll()),
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
                        "WIRE-1",
                        Status.NOT_EXERCISED,
                        "the worker asks for what CodePipeline has besides",
                        new Story().call("GetPipelineState", NOT_SERVED)),
                new Odd(
                        "WIRE-1",
                        Status.BROKEN,
                        "nobody has such an operation",
                        new Story().call("GetPipelinesState", refused("UnknownOperationException", null))),
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
}
