package dev.jobport.crash.rules;

import static dev.jobport.crash.rules.Change.broken;
import static dev.jobport.crash.rules.Story.acknowledge;
import static dev.jobport.crash.rules.Story.details;
import static dev.jobport.crash.rules.Story.offered;
import static dev.jobport.crash.rules.Story.poll;
import static dev.jobport.crash.rules.Story.put;

import dev.jobport.crash.history.Answer.Acknowledged;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Answer.Started;
import dev.jobport.crash.history.Answer.Taken;
import dev.jobport.crash.history.Answer.Unknown;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Result.Kind;
import dev.jobport.crash.history.Status;
import java.util.List;

/** Histories of a third-party action that break the rules, each in one way. */
final class BrokenHistories {

    private static final Refused INVALID_NONCE = new Refused("InvalidNonceException");
    private static final Refused INVALID_JOB_STATE = new Refused("InvalidJobStateException");

    private BrokenHistories() {}

    static List<Change> all() {
        return List.of(
                broken(
                        "a job is offered to at most one poller per lease",
                        "two pollers get it",
                        story -> story.call("other poll", 10, 13, poll(1), offered("a1"))),
                broken(
                        "a job is offered to at most one poller per lease",
                        "one poll gets it twice",
                        story -> story.answered("poll", offered("a1", "a1"))),
                broken(
                        "a job is offered to at most one poller per lease",
                        "the second comes in the same lease",
                        story -> story.call("poll again", 900, 901, poll(1), offered("a1"))),
                broken(
                        "nothing happens that nobody asked for",
                        "nobody stopped the action",
                        story -> story.stoppedAt(1_250, "Abandoned").without("stop")),
                broken(
                        "a result that was answered is there",
                        "it came before the action was stopped",
                        story -> story.stoppedAt(1_250, "Abandoned")
                                .call("done", 1_200, 1_202, put("a2", Kind.Completes, "done", null), new Taken())),
                broken(
                        "what was seen stays",
                        "an action that was stopped has failed",
                        story -> story.stoppedAt(1_250, "Failed")
                                .call("fail", 1_249, 1_251, put("a2", Kind.Fails, "why", null), new Taken())
                                .resultMark("why")),
                broken("a lease lasts from a poll", "nobody polled", story -> story.without("poll")),
                broken(
                        "a lease lasts from a poll",
                        "the poll that broke off came later",
                        story -> story.call("poll", 15, 16, poll(1), new Unknown())),
                broken(
                        "the oldest due job comes first",
                        "a poll finds nothing",
                        story -> story.steps("a2", "Created", 1_151, "Queued", 1_151, "TimedOut", 8_001)
                                .call("empty poll", 4_000, 4_001, poll(1), offered())),
                broken(
                        "the oldest due job comes first",
                        "a poll finds nothing long after an outage",
                        story -> story.steps("a2", "Created", 1_151, "Queued", 1_151, "TimedOut", 8_001)
                                .call("broke off", 2_500, 2_510, poll(1), new Unknown())
                                .call("answered again", 2_600, 2_601, poll(1), offered())
                                .call("empty poll", 4_000, 4_001, poll(1), offered())),
                broken(
                        "the oldest due job comes first",
                        "a younger one is preferred",
                        story -> story.steps("a2", "Created", 1_151, "Queued", 1_151, "TimedOut", 8_001)
                                .steps("a3", "Created", 1_152, "Queued", 1_152, "Dispatched", 4_000)
                                .jobs("a1", "a2", "a3")
                                .call("other poll", 4_000, 4_001, poll(1), offered("a3"))),
                broken(
                        "every dispatch mints a new nonce",
                        "the old one is handed out again",
                        story -> story.answered("details again", details("n1"))),
                broken(
                        "every dispatch mints a new nonce",
                        "another job's is",
                        story -> story.answered("more details", details("n2"))),
                broken(
                        "every dispatch mints a new nonce",
                        "one dispatch has two",
                        story -> story.call(
                                "details twice", 1_183, 1_184, new Details(Family.ThirdParty, "a2"), details("n4"))),
                broken(
                        "a nonce is good for one acknowledgement",
                        "it is taken twice",
                        story -> story.call(
                                "acknowledge twice",
                                1_193,
                                1_194,
                                acknowledge("a2", "n3", null),
                                new Acknowledged(Status.InProgress))),
                broken(
                        "a nonce is good for one acknowledgement",
                        "another invocation's is taken too",
                        story -> story.call(
                                "acknowledge twice",
                                1_143,
                                1_144,
                                acknowledge("a1", "n2", "i9"),
                                new Acknowledged(Status.InProgress))),
                broken(
                        "a dead nonce is refused",
                        "the lapsed lease's is taken",
                        story -> story.answered("stale nonce", new Acknowledged(Status.InProgress))),
                broken(
                        "a dead nonce is refused",
                        "a made-up one is taken",
                        story -> story.call(
                                "acknowledge more",
                                1_190,
                                1_192,
                                acknowledge("a2", "made-up", null),
                                new Acknowledged(Status.InProgress))),
                broken("a nonce is good while its lease runs", "it is refused", SoundHistories::refusedAcknowledgement),
                broken(
                        "a nonce is good while its lease runs",
                        "it is refused before its action is stopped",
                        story -> SoundHistories.refusedAcknowledgement(story)
                                .stoppedAt(1_195, "Abandoned")
                                .steps(
                                        "a2",
                                        "Created",
                                        1_151,
                                        "Queued",
                                        1_151,
                                        "Dispatched",
                                        1_171,
                                        "Abandoned",
                                        1_195)),
                broken(
                        "only an operation's own errors are answered",
                        "an acknowledgement tells of the state",
                        story -> story.answered("stale nonce", INVALID_JOB_STATE)),
                broken(
                        "only an operation's own errors are answered",
                        "the action type is forgotten",
                        story -> story.answered("poll", new Refused("ActionTypeNotFoundException"))),
                broken(
                        "only an operation's own errors are answered",
                        "a wrong token is told the state",
                        story -> story.answered("wrong token", INVALID_NONCE)),
                broken(
                        "a wrong client token changes nothing",
                        "it is accepted",
                        story -> story.answered("wrong token", new Acknowledged(Status.InProgress))),
                broken("a job takes one result", "it takes another", story -> story.answered("too late", new Taken())),
                broken(
                        "a repeat is answered as the first time",
                        "the same result is refused of a client that names no invocation",
                        story -> story.call(
                                "complete twice",
                                1_203,
                                1_204,
                                put("a2", Kind.Completes, "completes", null),
                                INVALID_JOB_STATE)),
                broken(
                        "a job takes one result",
                        "it takes other content for a repeat",
                        story -> story.call(
                                "go on twice", 1_153, 1_154, put("a1", Kind.GoesOn, "other", "i2"), new Taken())),
                broken(
                        "a job in progress takes a result",
                        "the acknowledgement is forgotten",
                        story -> story.answered("complete", INVALID_JOB_STATE)),
                broken(
                        "a repeat is answered as the first time",
                        "the repeat is refused",
                        story -> story.answered("acknowledge again", INVALID_NONCE)),
                broken(
                        "a repeat is answered as the first time",
                        "the result's is",
                        story -> story.call(
                                "go on again",
                                1_153,
                                1_154,
                                put("a1", Kind.GoesOn, "goes-on", "i2"),
                                INVALID_JOB_STATE)),
                broken("a start that was answered is there", "it is gone", Story::jobs),
                broken(
                        "a start that was answered is there",
                        "it made another action",
                        story -> story.answered("start", new Started("b", "a1"))),
                broken("a job that was told of is there", "the follow-up is gone", story -> story.jobs("a1")),
                broken(
                        "an acknowledgement that was answered is there",
                        "the job fell back",
                        story -> story.steps(
                                "a2",
                                "Created",
                                1_151,
                                "Queued",
                                1_151,
                                "Dispatched",
                                1_171,
                                "Queued",
                                2_171,
                                "TimedOut",
                                8_001)),
                broken(
                        "an acknowledgement that was answered is there",
                        "it is there from another time",
                        story -> story.call(
                                "acknowledge more",
                                1_192,
                                1_193,
                                acknowledge("a2", "n3", null),
                                new Acknowledged(Status.InProgress))),
                broken(
                        "a result that was answered is there",
                        "the job timed out instead",
                        story -> story.steps(
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
                                        4_191)
                                .resultMark(null)),
                broken("a result that was answered is there", "another one is", story -> story.resultMark("late")),
                broken(
                        "a result that was answered is there",
                        "a failure became a success",
                        story -> story.call(
                                "complete", 1_200, 1_202, put("a2", Kind.Fails, "completes", null), new Taken())),
                broken(
                        "what was seen stays",
                        "a step is gone",
                        story -> story.steps(
                                "a1",
                                "Created",
                                1,
                                "Queued",
                                1,
                                "Dispatched",
                                1_101,
                                "InProgress",
                                1_121,
                                "Succeeded",
                                1_151)),
                broken("what was seen stays", "the follow-up is gone", story -> story.jobs("a1")),
                broken(
                        "nothing happens that nobody asked for",
                        "an action starts by itself",
                        story -> story.startMark("nobody's")),
                broken(
                        "nothing happens that nobody asked for",
                        "nobody acknowledged",
                        story -> story.without("acknowledge more")),
                broken(
                        "nothing happens that nobody asked for",
                        "what was refused was done",
                        story -> story.answered("complete", INVALID_JOB_STATE)),
                broken(
                        "nothing happens that nobody asked for",
                        "the wrong token's was done",
                        story -> story.without("acknowledge").without("acknowledge again")),
                broken(
                        "a job lives its life cycle, and a terminal job never changes",
                        "it rises again",
                        story -> story.steps(
                                "a2",
                                "Created",
                                1_151,
                                "Queued",
                                1_151,
                                "Dispatched",
                                1_171,
                                "InProgress",
                                1_191,
                                "Succeeded",
                                1_201,
                                "TimedOut",
                                8_001)),
                broken(
                        "a job lives its life cycle, and a terminal job never changes",
                        "it skips its work",
                        story -> story.steps(
                                "a2", "Created", 1_151, "Queued", 1_151, "Dispatched", 1_171, "Succeeded", 1_201)),
                broken(
                        "the clock is on time",
                        "a lease lapses early",
                        story -> story.steps(
                                "a1",
                                "Created",
                                1,
                                "Queued",
                                1,
                                "Dispatched",
                                11,
                                "Queued",
                                900,
                                "Dispatched",
                                1_101,
                                "InProgress",
                                1_121,
                                "Succeeded",
                                1_151)),
                broken(
                        "the clock is on time",
                        "a result comes after the job's timeout",
                        story -> story.steps(
                                "a2",
                                "Created",
                                1_151,
                                "Queued",
                                1_151,
                                "Dispatched",
                                1_171,
                                "InProgress",
                                1_191,
                                "Succeeded",
                                4_191)),
                broken(
                        "at most one job of an action is not terminal",
                        "the first goes on beside its follow-up",
                        story -> story.steps(
                                "a1",
                                "Created",
                                1,
                                "Queued",
                                1,
                                "Dispatched",
                                11,
                                "Queued",
                                1_011,
                                "Dispatched",
                                1_101,
                                "InProgress",
                                1_121)),
                broken(
                        "a success with a token and its follow-up are one change",
                        "there is no follow-up",
                        story -> story.jobs("a1")),
                broken(
                        "a success with a token and its follow-up are one change",
                        "the follow-up came later",
                        story -> story.steps(
                                "a2",
                                "Created",
                                1_152,
                                "Queued",
                                1_152,
                                "Dispatched",
                                1_171,
                                "InProgress",
                                1_191,
                                "Succeeded",
                                1_201)),
                broken(
                        "a success with a token and its follow-up are one change",
                        "there are two",
                        story -> story.jobs("a1", "a2", "a3")
                                .token("a3", "goes-on")
                                .steps("a3", "Created", 1_201, "Queued", 1_201, "TimedOut", 8_001)),
                broken(
                        "every action ends",
                        "one never does",
                        story -> story.steps(
                                "a2", "Created", 1_151, "Queued", 1_151, "Dispatched", 1_171, "InProgress", 1_191)));
    }
}
