package dev.jobport.crash.history;

import java.util.EnumSet;
import java.util.Set;

/** Where in its life a job is. Told here a second time, because a witness does not take the server's word. */
public enum Status {
    Created,
    Queued,
    Dispatched,
    InProgress,
    Succeeded,
    Failed,
    TimedOut,
    /** Its action was stopped. */
    Abandoned;

    public boolean isTerminal() {
        return next().isEmpty();
    }

    /** What the protocol lets follow. */
    public Set<Status> next() {
        return switch (this) {
            case Created -> EnumSet.of(Queued, TimedOut, Abandoned);
            // a lapsed lease's nonce is still good
            case Queued -> EnumSet.of(Dispatched, InProgress, TimedOut, Abandoned);
            case Dispatched -> EnumSet.of(Queued, InProgress, TimedOut, Abandoned);
            case InProgress -> EnumSet.of(Succeeded, Failed, TimedOut, Abandoned);
            case Succeeded, Failed, TimedOut, Abandoned -> EnumSet.noneOf(Status.class);
        };
    }
}
