package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.Created;
import static dev.jobport.crash.history.Status.TimedOut;

import dev.jobport.crash.history.Status;
import dev.jobport.crash.history.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How a single job may live: the life cycle, invariant 4, and the clock. */
final class Lives {

    static final List<Rule> RULES = List.of(
            new Rule("a job lives its life cycle, and a terminal job never changes", Lives::lifeCycle),
            new Rule("the clock is on time", Lives::clock));

    private Lives() {}

    private static void lifeCycle(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            List<Step> steps = job.steps();
            findings.expect(steps.get(0).status() == Created, job.id(), () -> "was never created: " + steps);
            for (int i = 1; i < steps.size(); i++) {
                Status before = steps.get(i - 1).status();
                Status after = steps.get(i).status();
                findings.expect(before.next().contains(after), job.id(), () -> "went from " + before + " to " + after);
            }
        }
    }

    /** What the clock does is dated when it was due; and what somebody does is done before that. */
    private static void clock(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            List<Step> steps = job.steps();
            for (int i = 1; i < steps.size(); i++) {
                Step before = steps.get(i - 1);
                Step step = steps.get(i);
                Instant due = dueAfter(job, before);
                boolean byTheClock = step.status() == Status.Queued || step.status() == TimedOut;
                findings.expect(
                        byTheClock ? isAbout(step.at(), due) : step.at().isBefore(due),
                        job.id(),
                        () -> "became " + step + " after " + before + ", and was due at " + due);
            }
        }
    }

    private static Instant dueAfter(JobFile job, Step step) {
        Instant due = switch (step.status()) {
            case Created -> job.dueAt();
            case Dispatched -> step.at().plus(job.timing().lease());
            case InProgress -> step.at().plus(job.timing().jobTimeout());
            case Queued, Succeeded, Failed, TimedOut, Abandoned -> Instant.MAX;
        };
        return due.isBefore(job.actionDeadline()) ? due : job.actionDeadline();
    }

    /** Times are shown in whole milliseconds, and kept more exactly perhaps. */
    private static boolean isAbout(Instant time, Instant expected) {
        return Duration.between(time, expected).abs().toMillis() <= 1;
    }
}
