package dev.jobport.verdict.history;

import java.time.Instant;

/**
 * Something happened to the worker's process.
 *
 * @param process which one
 * @param detail the command, the exit code, or the signal that was sent to it, such as {@code SIGTERM}
 */
public record ProcessEvent(long number, Instant at, Kind kind, String process, String detail) implements Event {

    /** What happened. */
    public enum Kind {
        STARTED,
        ENDED,
        SIGNALLED
    }
}
