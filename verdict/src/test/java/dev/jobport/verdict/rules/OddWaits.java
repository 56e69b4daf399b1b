package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Mark;
import java.util.List;

/** Odd stories of workers that wait, are busy, or are answered late. */
final class OddWaits {

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
                        polling()
                                .poll(Story.offer("j1", "#n1"))
                                .acknowledge("j1", "#n1")
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

    /** A worker that polls each second. */
    private static Story polling() {
        return new Story().poll().later(1_000).poll().later(1_000).poll().later(1_000);
    }
}
