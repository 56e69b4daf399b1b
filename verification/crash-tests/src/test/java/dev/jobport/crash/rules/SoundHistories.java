package dev.jobport.crash.rules;

import static dev.jobport.crash.rules.Change.sound;
import static dev.jobport.crash.rules.Story.acknowledge;
import static dev.jobport.crash.rules.Story.details;
import static dev.jobport.crash.rules.Story.offered;
import static dev.jobport.crash.rules.Story.poll;
import static dev.jobport.crash.rules.Story.put;

import dev.jobport.crash.history.Answer.Acknowledged;
import dev.jobport.crash.history.Answer.Refused;
import dev.jobport.crash.history.Answer.Taken;
import dev.jobport.crash.history.Answer.Unknown;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.Start;
import dev.jobport.crash.history.Request.Stop;
import dev.jobport.crash.history.Result.Kind;
import dev.jobport.crash.history.Status;
import java.util.List;

/** Histories of a third-party action that look odd and break no rule. */
final class SoundHistories {

    private static final Refused INVALID_NONCE = new Refused("InvalidNonceException");
    private static final Refused INVALID_JOB_STATE = new Refused("InvalidJobStateException");

    private SoundHistories() {}

    static List<Change> all() {
        return List.of(
                sound("nothing is changed", story -> story),
                sound(
                        "the poll broke off after it was done",
                        story -> story.call("poll", 10, 11, poll(1), new Unknown())),
                sound(
                        "the poll was done after its caller gave up",
                        story -> story.call("poll", 9, 10, poll(1), new Unknown())),
                sound("the result broke off", story -> story.answered("complete", new Unknown())),
                sound(
                        "a result broke off and was not done",
                        story -> story.call(
                                "never arrived", 1_195, 1_196, put("a2", Kind.Fails, "never", null), new Unknown())),
                sound(
                        "a start broke off and was not done",
                        story -> story.call("lost start", 5, 6, new Start(Story.TYPE, "lost"), new Unknown())),
                sound(
                        "a result is repeated without a name, and accepted",
                        story -> story.call(
                                        "complete",
                                        1_200,
                                        1_202,
                                        put("a2", Kind.Completes, "completes", null),
                                        new Unknown())
                                .call(
                                        "again",
                                        1_203,
                                        1_204,
                                        put("a2", Kind.Completes, "completes", null),
                                        new Taken())),
                sound(
                        "a repeat with a name is accepted",
                        story -> story.call(
                                "go on again", 1_300, 1_301, put("a1", Kind.GoesOn, "goes-on", "i2"), new Taken())),
                sound(
                        "the lapsed lease's nonce is taken before the job is handed out again",
                        story -> story.without("poll again")
                                .without("details again")
                                .without("stale nonce")
                                .without("look")
                                .call("acknowledge", 1_120, 1_130, acknowledge("a1", "n1", "i1"), new Unknown())
                                .call(
                                        "acknowledge again",
                                        1_140,
                                        1_142,
                                        acknowledge("a1", "n1", "i1"),
                                        new Acknowledged(Status.InProgress))
                                .steps(
                                        "a1",
                                        "Created",
                                        1,
                                        "Queued",
                                        1,
                                        "Dispatched",
                                        11,
                                        "Queued",
                                        1_011,
                                        "InProgress",
                                        1_121,
                                        "Succeeded",
                                        1_151)),
                sound(
                        "a job that nobody finished timed out",
                        story -> story.without("complete")
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
                                        4_191)
                                .resultMark(null)),
                sound(
                        "an action is stopped, and what its worker reports then is taken and changes nothing",
                        story -> story.stoppedAt(1_250, "Abandoned")
                                .call("done", 1_260, 1_262, put("a2", Kind.Completes, "done", null), new Taken())
                                .call("or not", 1_270, 1_272, put("a2", Kind.Fails, "not", null), new Taken())
                                .call("goes on", 1_280, 1_282, put("a2", Kind.GoesOn, "on", null), new Taken())),
                sound(
                        "an action is stopped before the worker that was offered its job acknowledges it",
                        story -> refusedAcknowledgement(story).stoppedAt(1_180, "Abandoned")),
                sound(
                        "an action that has ended cannot be stopped",
                        story -> story.call(
                                "stop",
                                1_300,
                                1_302,
                                new Stop("a"),
                                new Refused("urn:jobport:problem:action-execution-ended"))),
                sound(
                        "a failure ends the action",
                        story -> story.call(
                                        "complete", 1_200, 1_202, put("a2", Kind.Fails, "completes", null), new Taken())
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
                                        1_201)),
                sound(
                        "a queued job is passed over while a poll that broke off may hold it",
                        story -> nobodyTakesTheSecond(story)
                                .call("broke off", 3_990, 4_000, poll(1), new Unknown())
                                .call("empty poll", 4_001, 4_002, poll(1), offered())),
                sound(
                        "a queued job is passed over by the first poll after a long outage",
                        story -> nobodyTakesTheSecond(story)
                                .call("broke off", 2_990, 3_000, poll(1), new Unknown())
                                .call("empty poll", 5_500, 5_501, poll(1), offered())));
    }

    /** The worker of the second job reads its nonce in time, and is refused all the same. */
    static Story refusedAcknowledgement(Story story) {
        return story.call("details in time", 1_184, 1_185, new Details(Family.ThirdParty, "a2"), details("n3"))
                .answered("acknowledge more", INVALID_NONCE);
    }

    private static Story nobodyTakesTheSecond(Story story) {
        return story.without("poll for more")
                .without("more details")
                .without("acknowledge more")
                .without("complete")
                .resultMark(null)
                .steps("a2", "Created", 1_151, "Queued", 1_151, "TimedOut", 8_001);
    }
}
