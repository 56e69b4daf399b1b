package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.offered;
import static dev.jobport.verdict.rules.Story.rounds;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Story.takenInARound;
import static dev.jobport.verdict.rules.Twist.broken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.throttled;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import java.util.List;

/** Odd stories of workers that wait, are busy, or are answered late. */
final class OddWaits {

    private static final Twist MORE = fault("unknown-members");

    private OddWaits() {}

    static List<Odd> answeredLate() {
        return List.of(
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the answer to the result was slow, and arrived",
                        taken().success("j1", fault("slow-answer")).later(6_000).poll()),
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the answer to the result trickled, and arrived",
                        taken().success("j1", fault("trickle")).later(6_000).poll()),
                new Odd(
                        "REPORT-4",
                        Status.KEPT,
                        "the worker did not wait for the slow answer",
                        taken().success("j1", fault("slow-answer"), it -> it.answered = false)
                                .success("j1")),
                new Odd(
                        "REPORT-5",
                        Status.NOT_EXERCISED,
                        "the answer to the first result was slow, and arrived",
                        taken().success("j1", fault("slow-answer")).failure("j1", "The smoke test failed.")),
                new Odd(
                        "REPORT-3",
                        Status.EXEMPT,
                        "the answer to the first result was slow",
                        taken().success("j1", fault("slow-answer")).failure("j1", "The smoke test failed.")),
                new Odd(
                        "ERR-5",
                        Status.NOT_EXERCISED,
                        "the last answer was slow, and arrived",
                        takenInARound()
                                .success("j1", fault("slow-answer"))
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-2",
                        Status.NOT_EXERCISED,
                        "the first answer was slow, and what is asked again is another question",
                        taken().call("GetJobDetails", "j1", called("i1"), fault("slow-answer"))
                                .call("GetJobDetails", "j1", called("i2"))));
    }

    static List<Odd> busy() {
        return List.of(
                new Odd(
                        "POLL-6",
                        Status.NOT_EXERCISED,
                        "a worker of one thread works for long, and the test ends with its result",
                        new Story()
                                .poll()
                                .poll()
                                .poll(offer("j1", "#n1"))
                                .acknowledge("j1", "#n1", called("i"), throttled())
                                .acknowledge("j1", "#n1", called("i"))
                                .later(8_000)
                                .success("j1")),
                new Odd(
                        "POLL-6",
                        Status.NOT_EXERCISED,
                        "it is still at work when the test ends",
                        throttledAtOnce()
                                .acknowledge("j1", "#n1", called("i"))
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "POLL-6",
                        Status.NOT_EXERCISED,
                        "it reads artifacts meanwhile",
                        throttledAtOnce()
                                .later(4_000)
                                .artifact("GET", "App", "j1", "#c1")
                                .later(4_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "POLL-6",
                        Status.BROKEN,
                        "it reported long ago, and polls no more",
                        throttledAtOnce()
                                .acknowledge("j1", "#n1", called("i"))
                                .later(20_000)
                                .success("j1")
                                .later(6_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "POLL-6",
                        Status.BROKEN,
                        "it is given up with a job in hand",
                        throttledAtOnce()
                                .acknowledge("j1", "#n1", called("i"))
                                .later(60_000)
                                .mark(Mark.Kind.SCENARIO_GIVES_UP, "a job")),
                new Odd(
                        "POLL-6",
                        Status.NOT_EXERCISED,
                        "it was asked to end, and ends its job first",
                        throttledAtOnce()
                                .acknowledge("j1", "#n1", called("i"))
                                .process(ProcessEvent.Kind.SIGNALLED, "SIGTERM")
                                .later(1_000)
                                .success("j1")
                                .later(8_000)
                                .process(ProcessEvent.Kind.ENDED, "0")),
                new Odd(
                        "ERR-5",
                        Status.NOT_EXERCISED,
                        "the worker works on after a broken connection, and is still at it",
                        takenInARound()
                                .call("GetJobDetails", "j1", lost())
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-5",
                        Status.KEPT,
                        "artifacts are all that it asks for after a broken connection",
                        takenInARound()
                                .call("GetJobDetails", "j1", lost())
                                .artifact("GET", "App", "j1", "#c1")
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-5",
                        Status.BROKEN,
                        "it polls each second, and then no more",
                        rounds(1_000)
                                .call("PollForJobs", broken())
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")));
    }

    static List<Odd> slowRounds() {
        return List.of(
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "the worker tries again in its next round, which is half a minute away",
                        rounds(30_000)
                                .poll(offer("j1", "#n1"))
                                .acknowledge("j1", "#n1")
                                .success("j1", throttled())
                                .later(29_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a throttled result")),
                new Odd(
                        "REPORT-4",
                        Status.NOT_EXERCISED,
                        "nobody knows how long its rounds are",
                        taken().success("j1", throttled()).later(29_000).mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "REPORT-4",
                        Status.BROKEN,
                        "three rounds have passed",
                        rounds(30_000)
                                .poll(offer("j1", "#n1"))
                                .acknowledge("j1", "#n1")
                                .success("j1", throttled())
                                .later(100_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a throttled result")));
    }

    static List<Odd> toldMore() {
        return List.of(
                new Odd(
                        "ERR-4",
                        Status.KEPT,
                        "a refusal has more in it than is known, and the worker drops the job",
                        rounds(1_000)
                                .poll(offer("j1", "#n1"))
                                .acknowledge("j1", "#n1", refused("InvalidNonceException"), MORE)
                                .later(1_000)
                                .poll()
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-4",
                        Status.NOT_EXERCISED,
                        "the worker is still at work",
                        rounds(1_000)
                                .poll(offer("j1", "#n1"))
                                .acknowledge("j1", "#n1", MORE)
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-4",
                        Status.KEPT,
                        "the worker reads an artifact, and is still at work",
                        rounds(1_000)
                                .poll(offer("j1", "#n1"))
                                .acknowledge("j1", "#n1", MORE)
                                .artifact("GET", "App", "j1", "#c1")
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-4",
                        Status.NOT_EXERCISED,
                        "the next round is half a minute away",
                        rounds(30_000).call("PollForJobs", MORE).later(20_000).mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-4",
                        Status.NOT_EXERCISED,
                        "the worker acknowledges what it was offered in its next round",
                        rounds(30_000)
                                .call("PollForJobs", MORE, it -> it.offers = List.of(offer("j1", "#n1")))
                                .later(20_000)
                                .mark(Mark.Kind.SCENARIO_ENDS, "a job")),
                new Odd(
                        "ERR-4",
                        Status.KEPT,
                        "it makes an action type, and polls on",
                        new Story()
                                .call("CreateCustomActionType", MORE)
                                .later(10_000)
                                .poll()),
                new Odd(
                        "ERR-4",
                        Status.BROKEN,
                        "it ends when it is told more than it knows of a refusal",
                        offered()
                                .acknowledge("j1", "#n1", refused("InvalidNonceException"), MORE)
                                .process(ProcessEvent.Kind.ENDED, "1")));
    }

    private static Story throttledAtOnce() {
        return rounds(1_000).poll(offer("j1", "#n1")).acknowledge("j1", "#n1", called("i"), throttled());
    }
}
