package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.bare;
import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.rounds;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.over;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.throttled;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.Mark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Odd stories of what is warned of. */
final class OddWarnings {

    private OddWarnings() {}

    static List<Odd> paces() {
        return List.of(
                new Odd(
                        "POLL-7",
                        Status.KEPT,
                        "it polls as fast as it is meant to",
                        refusedPolls(100, 20)
                                .expecting(new Expectations(
                                        Optional.of(Duration.ofMillis(20)), 50, Duration.ofMinutes(1)))),
                new Odd(
                        "POLL-7",
                        Status.BROKEN,
                        "it polls much faster than it is meant to",
                        refusedPolls(100, 5)
                                .expecting(new Expectations(
                                        Optional.of(Duration.ofMillis(40)), 50, Duration.ofMinutes(1)))),
                new Odd(
                        "POLL-7",
                        Status.KEPT,
                        "three pollers are refused, and each waits as it should",
                        threePollers()),
                new Odd("ERR-1", Status.KEPT, "it comes each half minute, throttled or not", throttledPolls(30_000)),
                new Odd("ERR-1", Status.BROKEN, "it comes each five seconds", throttledPolls(5_000)),
                new Odd(
                        "ERR-6",
                        Status.NOT_EXERCISED,
                        "the next round is half a minute away",
                        rounds(30_000)
                                .call("PollForJobs", refused("InvalidSignatureException"), fault("clock-skew"), it -> {
                                    it.signed = false;
                                })
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "clock skew")));
    }

    static List<Odd> heldUp() {
        return List.of(
                new Odd(
                        "POLL-3",
                        Status.KEPT,
                        "the acknowledgement of another job hung",
                        twoJobs()
                                .call("AcknowledgeJob", "j2", fault("hang"), it -> it.answered = false)
                                .later(40_000)
                                .life("j1", "Dispatched", "Queued")),
                new Odd(
                        "POLL-3",
                        Status.KEPT,
                        "the answer about another job was slow",
                        twoJobs()
                                .acknowledge("j2", "#n2", fault("slow-answer"))
                                .later(40_000)
                                .life("j1", "Dispatched", "Queued")),
                new Odd(
                        "POLL-4",
                        Status.EXEMPT,
                        "its details were slow",
                        new Story()
                                .call("PollForThirdPartyJobs", it -> it.offers = List.of(bare("j1")))
                                .call("GetThirdPartyJobDetails", "j1", it -> it.offers = List.of(offer("j1", "#n1")))
                                .call("GetThirdPartyJobDetails", "j1", fault("slow-answer"))
                                .later(40_000)
                                .life("j1", "Dispatched", "Queued")
                                .call("AcknowledgeThirdPartyJob", "j1", it -> it.member("nonce", "#n1"))),
                new Odd(
                        "POLL-4",
                        Status.BROKEN,
                        "what was slow is long over",
                        new Story()
                                .call("GetJobDetails", "j0", fault("slow-answer"))
                                .poll(offer("j1", "#n1"))
                                .life("j1", "Queued", "Dispatched")
                                .later(40_000)
                                .life("j1", "Dispatched", "Queued")
                                .acknowledge("j1", "#n1")));
    }

    static List<Odd> othersDeeds() {
        return List.of(
                new Odd(
                        "CLAIM-3",
                        Status.KEPT,
                        "the winner, which is watched too, reads its artifacts",
                        twoWorkers().artifact("GET", "App", "j1", "#c2")),
                new Odd(
                        "CLAIM-3",
                        Status.BROKEN,
                        "the loser reads its artifacts",
                        twoWorkers().artifact("GET", "App", "j1", "#c1")),
                new Odd(
                        "REPORT-5",
                        Status.BROKEN,
                        "a throttled success becomes a failure",
                        taken().success("j1", throttled()).failure("j1", "It could not be reported.")));
    }

    /** The second is given the job anew, and wins. */
    private static Story twoWorkers() {
        return offered()
                .call("PollForJobs", it -> {
                    it.key = "worker-2";
                    it.offers = List.of(offer("j1", "#n2"));
                })
                .acknowledge("j1", "#n2", it -> it.key = "worker-2")
                .acknowledge("j1", "#n1", refused("InvalidNonceException"));
    }

    private static Story twoJobs() {
        return new Story()
                .poll(offer("j1", "#n1"), offer("j2", "#n2"))
                .life("j1", "Queued", "Dispatched")
                .life("j2", "Queued", "Dispatched");
    }

    private static Story refusedPolls(int count, long millis) {
        Story story = new Story();
        for (int i = 0; i < count; i++) {
            story.at(i * millis).call("PollForJobs", refused("AccessDeniedException"));
        }
        return story;
    }

    /** Each with the retries of an SDK. */
    private static Story threePollers() {
        Story story = new Story();
        for (int i = 0; i < 15; i++) {
            story.at(i * 150L).call("PollForJobs", refused("ThrottlingException"), over(1 + i % 3));
        }
        return story;
    }

    private static Story throttledPolls(long millis) {
        Story story = new Story();
        for (int i = 0; i < 5; i++) {
            story.at(i * millis).call("PollForJobs", throttled());
        }
        return story;
    }
}
