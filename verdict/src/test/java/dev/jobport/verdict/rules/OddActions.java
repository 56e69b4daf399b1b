package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.goesOn;
import static dev.jobport.verdict.rules.Twist.run;

import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Odd stories of actions that go on. */
final class OddActions {

    private OddActions() {}

    static List<Odd> goingOn() {
        return List.of(
                new Odd(
                        "REPORT-9",
                        Status.KEPT,
                        "a build is asked for each second, and takes more than a minute",
                        asked(70).success("j1-70")),
                new Odd(
                        "REPORT-9",
                        Status.KEPT,
                        "a build is asked for each second, and fails after more than a minute",
                        asked(70).failure("j1-70", "3 of 70 tests failed; see the log.")),
                new Odd(
                        "REPORT-9",
                        Status.NOT_EXERCISED,
                        "the action was stopped after many continuations",
                        asked(70).life("j1-70", "InProgress", "Abandoned")),
                new Odd("REPORT-9", Status.BROKEN, "many continuations lead nowhere", asked(70)),
                new Odd(
                        "REPORT-9",
                        Status.NOT_EXERCISED,
                        "as many are allowed",
                        asked(70).expecting(new Expectations(Optional.empty(), 69, Duration.ofMinutes(1)))));
    }

    static List<Odd> startedAgain() {
        return List.of(
                new Odd(
                        "REPORT-14",
                        Status.NOT_EXERCISED,
                        "the worker names each job by its own id, and goes on from the token",
                        goesOnAs("j1", "j1-2", "j1-3")),
                new Odd(
                        "REPORT-14",
                        Status.NOT_EXERCISED,
                        "it may name each job by its own id",
                        goesOnAs("j1", "j1-2", null)),
                new Odd(
                        "REPORT-14",
                        Status.BROKEN,
                        "it names the work of an action, and that is another after the restart",
                        goesOnAs("run-1", "run-2", "run-2")),
                new Odd(
                        "REPORT-14",
                        Status.KEPT,
                        "it names the work of an action, and only some of the time",
                        goesOnAs("run-1", "run-1", null)));
    }

    /** The three jobs of an action name these executions, and the worker is killed after the first. */
    private static Story goesOnAs(String first, String second, String third) {
        Story story = taken().success("j1", goesOn(), run(first))
                .process(ProcessEvent.Kind.SIGNALLED, "SIGKILL")
                .process(ProcessEvent.Kind.ENDED, "137")
                .process(ProcessEvent.Kind.STARTED, "worker")
                .poll(offer("j1-2", "#n2"))
                .acknowledge("j1-2", "#n2")
                .success("j1-2", goesOn(), run(second))
                .poll(offer("j1-3", "#n3"))
                .acknowledge("j1-3", "#n3");
        return third == null ? story.success("j1-3") : story.success("j1-3", run(third));
    }

    /** The last of so many jobs of one action is in hand. */
    private static Story asked(int times) {
        Story story = taken();
        for (int i = 2; i <= times; i++) {
            String before = i == 2 ? "j1" : "j1-" + (i - 1);
            story.success(before, goesOn()).later(1_000);
            story.poll(offer("j1-" + i, "#n" + i)).acknowledge("j1-" + i, "#n" + i);
        }
        return story;
    }
}
