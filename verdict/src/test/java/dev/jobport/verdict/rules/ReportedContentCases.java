package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.offer;
import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Twist.goesOn;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.run;
import static dev.jobport.verdict.rules.Twist.with;

import dev.jobport.verdict.history.Expectations;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

final class ReportedContentCases {

    private static final String VALIDATION = "ValidationException";
    private static final String TOO_SHORT =
            "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must have length greater"
                    + " than or equal to 1";

    static final List<Case> ALL = List.of(
            Case.of(
                    "REPORT-7",
                    "its token is empty",
                    () -> taken().success("j1", goesOn()),
                    it -> it.insteadOf("PutJobSuccessResult")
                            .success(
                                    "j1",
                                    with("continuationToken", ""),
                                    refused(VALIDATION, TOO_SHORT.formatted("continuationToken"))),
                    Story::done),
            Case.of(
                    "REPORT-8",
                    "it gives variables and goes on",
                    () -> taken().success("j1", with("outputVariables.url", "x")),
                    it -> it.insteadOf("PutJobSuccessResult")
                            .success(
                                    "j1",
                                    with("outputVariables.url", "x"),
                                    goesOn(),
                                    refused(
                                            VALIDATION,
                                            "A job can not contain both a continuation token and output variables.")),
                    Story::done),
            Case.of(
                    "REPORT-9",
                    "it goes on more often than is allowed",
                    () -> second().success("j1-2").expecting(oneContinuation()),
                    it -> it.insteadOf("PutJobSuccessResult 2").success("j1-2", goesOn()),
                    Story::done),
            Case.of(
                    "REPORT-10",
                    "the message of its failure is empty",
                    () -> taken().failure("j1", "It failed."),
                    it -> it.insteadOf("PutJobFailureResult")
                            .failure("j1", "", refused(VALIDATION, TOO_SHORT.formatted("failureDetails.message"))),
                    Story::taken),
            Case.of(
                    "REPORT-10",
                    "its variables are too large",
                    () -> taken().success("j1", with("outputVariables.log", "x")),
                    it -> it.insteadOf("PutJobSuccessResult")
                            .success(
                                    "j1",
                                    with("outputVariables.log", "x"),
                                    refused("OutputVariablesSizeExceededException")),
                    Story::taken),
            Case.of(
                    "REPORT-11",
                    "it works for half a minute and shows nothing",
                    () -> taken().success("j1", goesOn(), run("run-1"))
                            .poll(offer("j1-2", "#n2"))
                            .acknowledge("j1-2", "#n2")
                            .at(30_000)
                            .success("j1-2"),
                    it -> it.insteadOf("PutJobSuccessResult").success("j1", goesOn()),
                    Story::done),
            Case.of(
                    "REPORT-12",
                    "it counts down",
                    () -> taken().success("j1", goesOn(), percent(50))
                            .poll(offer("j1-2", "#n2"))
                            .acknowledge("j1-2", "#n2")
                            .success("j1-2", percent(100)),
                    it -> it.insteadOf("PutJobSuccessResult 2").success("j1-2", percent(40)),
                    Story::done),
            Case.of(
                    "REPORT-13",
                    "it reports the success of work that failed",
                    () -> failing().failure("j1", "The build failed."),
                    it -> it.insteadOf("PutJobFailureResult").success("j1"),
                    Story::done),
            Case.of(
                    "REPORT-14",
                    "it runs the work anew after a restart",
                    () -> restarted().success("j1-2", run("run-1")),
                    it -> it.insteadOf("PutJobSuccessResult 4").success("j1-2", run("run-2")),
                    () -> second().success("j1-2", run("run-1"))),
            Case.of(
                    "REPORT-15",
                    "its failure says None",
                    () -> taken().failure("j1", "3 of 70 tests failed; see the log."),
                    it -> it.insteadOf("PutJobFailureResult").failure("j1", "None"),
                    Story::done),
            Case.of(
                    "REPORT-15",
                    "its failure is a stack trace",
                    () -> taken().failure("j1", "3 of 70 tests failed; see the log."),
                    it -> it.insteadOf("PutJobFailureResult")
                            .failure("j1", "java.io.IOException: no\n\tat own.Worker.build(Worker.java:7)"),
                    Story::done));

    private ReportedContentCases() {}

    private static Twist percent(int percent) {
        return with("executionDetails.percentComplete", String.valueOf(percent));
    }

    private static Expectations oneContinuation() {
        return new Expectations(Optional.empty(), 1, Duration.ofMinutes(1));
    }

    private static Story failing() {
        return new Story()
                .starts("a-j1", "Custom/Build/Own/1", true)
                .poll(offer("j1", "#n1"))
                .acknowledge("j1", "#n1");
    }

    /** The first job of the action went on, and the second is in hand. */
    private static Story second() {
        return taken().success("j1", goesOn(), run("run-1"))
                .poll(offer("j1-2", "#n2"))
                .acknowledge("j1-2", "#n2");
    }

    private static Story restarted() {
        return new Story()
                .poll(offer("j0", "#n3"))
                .acknowledge("j0", "#n3")
                .success("j0", goesOn(), run("run-0"))
                .poll(offer("j0-2", "#n4"))
                .acknowledge("j0-2", "#n4")
                .success("j0-2", run("run-0"))
                .poll(offer("j1", "#n1"))
                .acknowledge("j1", "#n1")
                .success("j1", goesOn(), run("run-1"))
                .process(ProcessEvent.Kind.SIGNALLED, "SIGKILL")
                .process(ProcessEvent.Kind.ENDED, "137")
                .process(ProcessEvent.Kind.STARTED, "worker")
                .poll(offer("j1-2", "#n2"))
                .acknowledge("j1-2", "#n2");
    }
}
