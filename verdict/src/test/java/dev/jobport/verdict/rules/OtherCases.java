package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.goesOn;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.throttled;
import static dev.jobport.verdict.rules.Twist.with;

import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.Offer;
import dev.jobport.verdict.history.ProcessEvent;
import java.util.List;
import java.util.Optional;

/** Cases of artifacts, errors, secrets, the wire and a worker's end. */
final class OtherCases {

    private static final String TYPE = "Custom/Build/Own/1";
    private static final Offer FRESH = new Offer(
            "j1",
            Optional.of("a-j1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("#c9"),
            Optional.empty(),
            List.of());

    static final List<Case> ARTIFACTS = List.of(
            Case.of(
                    "CRED-1",
                    "it reports, and never came back with fresh credentials",
                    () -> taken().artifact("GET", "App", "j1", "#c1", 403, "ExpiredToken", "")
                            .call("GetJobDetails", "j1", it -> it.offers = List.of(FRESH))
                            .artifact("GET", "App", "j1", "#c9")
                            .success("j1"),
                    it -> it.without("artifact 2"),
                    () -> taken().artifact("GET", "App", "j1", "#c1")),
            Case.of(
                    "CRED-2",
                    "it uses credentials of its own",
                    () -> taken().artifact("GET", "App", "j1", "#c1"),
                    it -> it.insteadOf("artifact").artifact("GET", "App", "j1", "#c77"),
                    Story::taken),
            Case.of(
                    "CRED-3",
                    "it never stores its output",
                    () -> toStore().artifact("PUT", "App", "j1", "#c1").success("j1"),
                    it -> it.without("artifact 2"),
                    () -> taken().artifact("GET", "Source", "j1", "#c1").success("j1")),
            Case.of(
                    "CRED-3",
                    "it stores its output after the success",
                    () -> toStore().artifact("PUT", "App", "j1", "#c1").success("j1"),
                    it -> it.without("artifact 2").artifact("PUT", "App", "j1", "#c1"),
                    () -> taken().artifact("GET", "Source", "j1", "#c1").success("j1")),
            Case.of(
                    "CRED-4",
                    "it stores the documents as the application, and that as these",
                    OtherCases::storedTwice,
                    it -> it.insteadOf("artifact 3")
                            .artifact("PUT", "App", "j2", "#c2", 200, null, "docs")
                            .insteadOf("artifact 4")
                            .artifact("PUT", "Docs", "j2", "#c2", 200, null, "app"),
                    () -> taken().artifact("PUT", "App", "j1", "#c1")));

    static final List<Case> ERRORS = List.of(
            Case.of(
                    "ERR-1",
                    "it comes back each second",
                    () -> throttledPolls().at(4_000).poll(),
                    it -> it.insteadOf("PollForJobs 4").at(3_000).poll(),
                    () -> new Story().poll()),
            Case.of(
                    "ERR-2",
                    "it sends the lost call as a new one",
                    () -> offered()
                            .acknowledge("j1", "#n1", called("i1"), lost())
                            .acknowledge("j1", "#n1", called("i1")),
                    it -> it.insteadOf("AcknowledgeJob 2").acknowledge("j1", "#n1", called("i2")),
                    Story::taken),
            Case.of(
                    "ERR-3",
                    "it asks three times for a job that is not there",
                    () -> new Story().call("GetJobDetails", "j9", unknown()).call("GetJobDetails", "j9", unknown()),
                    it -> it.call("GetJobDetails", "j9", unknown()),
                    Story::done),
            Case.of(
                    "ERR-4",
                    "it drops a job of which more was told than it knows",
                    () -> Story.rounds(5_000)
                            .call(
                                    "PollForJobs",
                                    fault("unknown-members"),
                                    it -> it.offers = List.of(offer("j1", "#n1")))
                            .acknowledge("j1", "#n1")
                            .at(60_000)
                            .mark(Mark.Kind.SCENARIO_ENDS, "unknown members"),
                    it -> it.without("AcknowledgeJob"),
                    Story::done),
            Case.of(
                    "ERR-5",
                    "it dies of a broken connection",
                    () -> taken().call("GetJobDetails", "j1", lost())
                            .success("j1")
                            .process(ProcessEvent.Kind.ENDED, "1"),
                    it -> it.without("PutJobSuccessResult"),
                    () -> new Story().poll(),
                    "REPORT-2"),
            Case.of(
                    "ERR-6",
                    "its clock stays wrong",
                    () -> Story.rounds(5_000)
                            .call(
                                    "PollForJobs",
                                    refused("InvalidSignatureException"),
                                    fault("clock-skew"),
                                    it -> it.signed = false)
                            .call("PollForJobs", fault("clock-skew"))
                            .at(60_000)
                            .mark(Mark.Kind.SCENARIO_ENDS, "clock skew"),
                    it -> it.without("PollForJobs 5"),
                    () -> new Story().poll(),
                    "POLL-6"),
            Case.of(
                    "ERR-7",
                    "it waits for ever",
                    () -> new Story()
                            .call("PollForJobs", hang())
                            .at(30_000)
                            .poll()
                            .at(90_000)
                            .mark(Mark.Kind.SCENARIO_ENDS, "hang"),
                    it -> it.without("PollForJobs 2"),
                    () -> new Story().poll()));

    static final List<Case> SECRETS = List.of(
            Case.of(
                    "SEC-1",
                    "it reports a secret",
                    () -> taken().failure("j1", "The login failed."),
                    it -> it.insteadOf("PutJobFailureResult").failure("j1", "The login with #s2 failed."),
                    Story::taken),
            Case.of(
                    "SEC-2",
                    "it prints a secret",
                    () -> offered().prints("got a job"),
                    it -> it.insteadOf("output").prints("got {nonce: #n1}"),
                    Story::offered),
            Case.of(
                    "SEC-3",
                    "it does not sign",
                    () -> new Story().poll(),
                    it -> it.insteadOf("PollForJobs")
                            .call(
                                    "PollForJobs",
                                    refused("MissingAuthenticationTokenException"),
                                    call -> call.signed = false),
                    Story::new),
            Case.of(
                    "SEC-4",
                    "it puts credentials into the token",
                    () -> taken().success("j1", goesOn()),
                    it -> it.insteadOf("PutJobSuccessResult").success("j1", with("continuationToken", "run-1,#c1")),
                    Story::done),
            Case.of(
                    "SEC-4",
                    "it puts a secret into the name of an object",
                    () -> taken().artifact("PUT", "App", "j1", "#c1"),
                    it -> it.insteadOf("artifact")
                            .artifactAt("/bucket/#s2.zip", "PUT", "App", "j1", "#c1", 200, null, "x"),
                    Story::done));

    static final List<Case> REST = List.of(
            Case.of(
                    "WIRE-1",
                    "it sends no JSON",
                    () -> new Story().poll(),
                    it -> it.insteadOf("PollForJobs").call("PollForJobs", refused("SerializationException")),
                    Story::new),
            Case.of(
                    "WIRE-2",
                    "it reports a custom job as a third party's",
                    Story::done,
                    it -> it.insteadOf("PutJobSuccessResult")
                            .call("PutThirdPartyJobSuccessResult", "j1", refused("JobNotFoundException")),
                    () -> new Story().poll()),
            Case.of(
                    "LIFE-1",
                    "it leaves a job behind",
                    () -> ending().success("j1").process(ProcessEvent.Kind.ENDED, "0"),
                    it -> it.without("PutJobSuccessResult"),
                    Story::done),
            Case.of(
                    "LIFE-1",
                    "it goes on polling",
                    () -> ending().success("j1").at(5_000).process(ProcessEvent.Kind.ENDED, "0"),
                    it -> it.after("PutJobSuccessResult").at(3_000).poll(),
                    Story::done));

    private OtherCases() {}

    private static Twist unknown() {
        return refused("JobNotFoundException");
    }

    private static Twist hang() {
        return it -> {
            it.status = 0;
            it.answered = false;
            fault("hang").on(it);
        };
    }

    private static Story throttledPolls() {
        return new Story()
                .call("PollForJobs", throttled())
                .at(1_000)
                .call("PollForJobs", throttled())
                .at(2_000)
                .call("PollForJobs", throttled());
    }

    /** A job with an output, whose input was read. */
    private static Story toStore() {
        return new Story()
                .poll(offer("j1", "#n1", "App"))
                .acknowledge("j1", "#n1")
                .artifact("GET", "Source", "j1", "#c1");
    }

    private static Story storedTwice() {
        return new Story()
                .starts("a-j1", TYPE, null)
                .starts("a-j2", TYPE, null)
                .poll(offer("j1", "#n1", "App", "Docs"), offer("j2", "#n2", "Docs", "App"))
                .acknowledge("j1", "#n1")
                .acknowledge("j2", "#n2")
                .artifact("PUT", "App", "j1", "#c1", 200, null, "app")
                .artifact("PUT", "Docs", "j1", "#c1", 200, null, "docs")
                .artifact("PUT", "App", "j2", "#c2", 200, null, "app")
                .artifact("PUT", "Docs", "j2", "#c2", 200, null, "docs");
    }

    private static Story ending() {
        return taken().process(ProcessEvent.Kind.SIGNALLED, "SIGTERM");
    }
}
