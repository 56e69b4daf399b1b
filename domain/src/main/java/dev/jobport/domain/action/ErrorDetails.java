package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;

/**
 * Why an action failed.
 *
 * @param code a failure type as the job worker gave it, or {@link #JOB_TIMED_OUT} or {@link #ACTION_TIMED_OUT}
 */
public record ErrorDetails(String code, String message) {

    public static final String JOB_TIMED_OUT = "JobTimedOut";
    public static final String ACTION_TIMED_OUT = "ActionTimedOut";

    public ErrorDetails {
        requireNonNull(code);
        requireNonNull(message);
    }

    public static ErrorDetails jobTimedOut(Timing timing) {
        return timedOut(JOB_TIMED_OUT, "The job", timing.jobTimeout());
    }

    public static ErrorDetails actionTimedOut(Timing timing) {
        return timedOut(ACTION_TIMED_OUT, "The action", timing.actionTimeout());
    }

    private static ErrorDetails timedOut(String code, String what, Duration timeout) {
        return new ErrorDetails(code, what + " timed out after " + timeout.toSeconds() + " seconds.");
    }
}
