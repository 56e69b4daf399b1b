package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.over;
import static dev.jobport.verdict.rules.Twist.refused;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Odd stories of polls and acknowledgements. */
final class OddClaims {

    private static final String INVALID_NONCE = "InvalidNonceException";
    private static final String INVALID_STATE = "InvalidJobStateException";

    private OddClaims() {}

    private static Story offeredAgain() {
        return offered()
                .poll(offer("j1", "#n2"))
                .life("j1", "Dispatched", "Queued")
                .life("j1", "Queued", "Dispatched");
    }

    static List<Odd> polling() {
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
                        "POLL-4",
                        Status.KEPT,
                        "the poll that offers the job again is what lets its first lease lapse",
                        offeredAgain().acknowledge("j1", "#n2")),
                new Odd(
                        "POLL-3",
                        Status.BROKEN,
                        "the poll that offers the job again is what lets its first lease lapse",
                        offeredAgain()),
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

    static List<Odd> claiming() {
        return List.of(
                new Odd(
                        "CLAIM-2",
                        Status.NOT_EXERCISED,
                        "one thread has taken the job when another asks for it",
                        taken().acknowledge("j1", "#n2", it -> it.jobStatus = "TimedOut", fault("not-in-progress"))
                                .success("j1")),
                new Odd(
                        "CLAIM-4",
                        Status.KEPT,
                        "time was moved, and another hand of the worker has the newer nonce",
                        offered()
                                .mark(Mark.Kind.JUMP, "advance PT1H")
                                .poll(offer("j1", "#n2"))
                                .acknowledge("j1", "#n1", refused(INVALID_NONCE))
                                .acknowledge("j1", "#n2")),
                new Odd(
                        "CLAIM-5",
                        Status.KEPT,
                        "another hand of the worker had the job's first offer",
                        offeredAgain().acknowledge("j1", "#n2").acknowledge("j1", "#n1", refused(INVALID_NONCE))),
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
}
