package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Family.Custom;
import static dev.jobport.crash.history.Family.ThirdParty;
import static dev.jobport.crash.rules.Change.broken;
import static dev.jobport.crash.rules.Change.sound;

import dev.jobport.crash.history.Answer.Acknowledged;
import dev.jobport.crash.history.Answer.JobDetails;
import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Answer.Taken;
import dev.jobport.crash.history.Answer.Unknown;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.Poll;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Result;
import dev.jobport.crash.history.Result.Kind;
import dev.jobport.crash.history.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Histories of a custom action: its nonces come from polls, it has no client, and it may end with output variables. */
final class CustomHistories {

    private CustomHistories() {}

    static List<Change> allBroken() {
        return Stream.of(
                        broken(
                                "details tell the nonce of a third-party job, and the poll that of a custom one",
                                "the poll tells none",
                                story -> story.answered("poll", new Offered(List.of("a1"), Map.of()))),
                        broken(
                                "details tell the nonce of a third-party job, and the poll that of a custom one",
                                "details tell one",
                                story -> story.call(
                                        "details",
                                        20,
                                        22,
                                        new Details(Custom, "a1"),
                                        new JobDetails(Optional.of("n1"), Optional.empty()))),
                        broken(
                                "every dispatch mints a new nonce",
                                "the second poll tells the first one's",
                                story -> story.answered("poll again", offered("a1", "n1"))),
                        broken(
                                "every dispatch mints a new nonce",
                                "another job has it too",
                                story -> story.answered("poll for more", offered("a2", "n2"))),
                        broken(
                                "a dead nonce is refused",
                                "one that an older poll told is taken",
                                story -> story.call(
                                        "acknowledge again",
                                        1_140,
                                        1_142,
                                        acknowledge("a1", "n1"),
                                        new Acknowledged(Status.InProgress))),
                        broken(
                                "a nonce is good while its lease runs",
                                "it is refused in time",
                                story -> story.call(
                                                "acknowledge more",
                                                1_190,
                                                1_192,
                                                acknowledge("a2", "n3"),
                                                new Refused("InvalidNonceException"))
                                        .without("complete")
                                        .resultMark(null)
                                        .steps("a2", "Created", 1_151, "Queued", 1_151, "Dispatched", 1_171)),
                        broken(
                                "an operation of the other family changes nothing",
                                "it acknowledges",
                                story -> story.answered("wrong family", new Acknowledged(Status.InProgress))),
                        broken(
                                "only an operation's own errors are answered",
                                "the other family's operation finds the job",
                                story -> story.answered("wrong family", new Refused("InvalidClientTokenException"))),
                        broken(
                                "an operation of the other family changes nothing",
                                "it is what ended the job",
                                story -> story.call(
                                        "complete",
                                        1_200,
                                        1_202,
                                        put(ThirdParty, "a2", Kind.Completes, "completes"),
                                        new Taken())),
                        broken(
                                "output variables come from the result that completed a custom action",
                                "they are lost",
                                story -> story.outputVariables(Map.of())),
                        broken(
                                "output variables come from the result that completed a custom action",
                                "they are another result's",
                                story -> story.outputVariables(Map.of("Mark", "late"))),
                        broken(
                                "output variables come from the result that completed a custom action",
                                "the action failed",
                                story -> story.call(
                                                "complete",
                                                1_200,
                                                1_202,
                                                put(Custom, "a2", Kind.Fails, "completes"),
                                                new Taken())
                                        .steps(
                                                "a2",
                                                "Created",
                                                1_151,
                                                "Queued",
                                                1_151,
                                                "Dispatched",
                                                1_171,
                                                "InProgress",
                                                1_191,
                                                "Failed",
                                                1_201)))
                .map(Change::custom)
                .toList();
    }

    static List<Change> allSound() {
        return Stream.of(
                        sound("nothing is changed", story -> story),
                        sound(
                                "nobody was told the nonce, because the poll broke off",
                                story -> story.call("poll", 10, 11, poll(1), new Unknown())
                                        .without("stale nonce")),
                        sound("the result broke off", story -> story.answered("complete", new Unknown())),
                        sound(
                                "nobody asked for details",
                                story -> story.without("details")
                                        .without("details again")
                                        .without("more details")),
                        sound(
                                "an action without a result has no output variables",
                                story -> story.without("complete")
                                        .resultMark(null)
                                        .outputVariables(Map.of())
                                        .steps(
                                                "a2",
                                                "Created",
                                                1_151,
                                                "Queued",
                                                1_151,
                                                "Dispatched",
                                                1_171,
                                                "InProgress",
                                                1_191,
                                                "TimedOut",
                                                4_191)))
                .map(Change::custom)
                .toList();
    }

    private static Offered offered(String jobId, String nonce) {
        return new Offered(List.of(jobId), Map.of(jobId, nonce));
    }

    private static Acknowledge acknowledge(String jobId, String nonce) {
        return new Acknowledge(Custom, jobId, nonce, Optional.empty(), true);
    }

    private static Put put(Family family, String jobId, Kind kind, String mark) {
        return new Put(family, jobId, new Result(kind, mark), Optional.empty(), true);
    }

    private static Poll poll(int maxBatchSize) {
        return new Poll(Story.type(Custom), maxBatchSize);
    }
}
