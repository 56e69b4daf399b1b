package dev.jobport.verdict.rules;

import static dev.jobport.verdict.rules.Story.taken;
import static dev.jobport.verdict.rules.Story.takenInARound;
import static dev.jobport.verdict.rules.Twist.called;
import static dev.jobport.verdict.rules.Twist.fault;
import static dev.jobport.verdict.rules.Twist.lost;
import static dev.jobport.verdict.rules.Twist.refused;
import static dev.jobport.verdict.rules.Twist.throttled;

import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.ProcessEvent;
import java.util.List;

final class ReportingCases {

    private static final String INVALID_STATE = "InvalidJobStateException";

    static final List<Case> ALL = List.of(
            Case.of(
                    "REPORT-1",
                    "it reports without having acknowledged",
                    Story::done,
                    it -> it.without("AcknowledgeJob"),
                    Story::taken),
            Case.of(
                    "REPORT-2",
                    "it never reports, and whoever watches gives up",
                    () -> taken().success("j1").mark(Mark.Kind.SCENARIO_GIVES_UP, "a job"),
                    it -> it.without("PutJobSuccessResult"),
                    Story::taken),
            Case.of(
                    "REPORT-2",
                    "it dies with the job in hand",
                    () -> taken().success("j1").process(ProcessEvent.Kind.ENDED, "1"),
                    it -> it.without("PutJobSuccessResult"),
                    Story::taken),
            Case.of(
                    "REPORT-2",
                    "its job times out",
                    Story::done,
                    it -> it.insteadOf("PutJobSuccessResult").life("j1", "InProgress", "TimedOut"),
                    Story::taken),
            Case.of(
                    "REPORT-3",
                    "it reports a failure after the success",
                    Story::done,
                    it -> it.failure("j1", "and yet it failed", refused(INVALID_STATE)),
                    Story::taken),
            Case.of(
                    "REPORT-3",
                    "it reports the same success once more",
                    Story::done,
                    it -> it.success("j1"),
                    Story::taken),
            Case.of(
                    "REPORT-4",
                    "it leaves it at a lost answer",
                    () -> takenInARound()
                            .success("j1", lost(), called("i1"))
                            .success("j1", called("i1"))
                            .at(60_000)
                            .mark(Mark.Kind.SCENARIO_ENDS, "a job"),
                    it -> it.without("PutJobSuccessResult 2"),
                    Story::done),
            Case.of(
                    "REPORT-5",
                    "it reports a failure because its success was throttled",
                    () -> taken().success("j1", throttled()).success("j1"),
                    it -> it.insteadOf("PutJobSuccessResult 2").failure("j1", "It could not be reported."),
                    Story::done),
            Case.of(
                    "REPORT-6",
                    "it reports a failure of a job that has ended",
                    () -> taken().success("j1", refused(INVALID_STATE), fault("job-timeout")),
                    it -> it.failure("j1", "It came too late.", refused(INVALID_STATE)),
                    Story::done));

    private ReportingCases() {}
}
