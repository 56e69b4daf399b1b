package dev.jobport.domain.job;

import dev.jobport.domain.action.ActionExecutionStatus;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where in its life a job is. Spelled as on the wire. */
public enum JobStatus {
    /** Exists, but cannot be polled yet: a follow-up job waits out its delay. */
    Created,
    /** Can be polled. */
    Queued,
    /** Handed to a poller, under a lease. */
    Dispatched,
    /** Acknowledged: one worker works on it. */
    InProgress,
    /** A worker reported success. */
    Succeeded,
    /** A worker reported failure. */
    Failed,
    /** Not finished in time. */
    TimedOut,
    /** Its action was stopped; a worker that had acknowledged it may go on, and its result changes nothing. */
    Abandoned;

    /** The whole life cycle. {@code Queued} to {@code InProgress} is an acknowledgement that outran the next poll. */
    private static final Map<JobStatus, Set<JobStatus>> LIFE_CYCLE = Map.of(
            Created, EnumSet.of(Queued, TimedOut, Abandoned),
            Queued, EnumSet.of(Dispatched, InProgress, TimedOut, Abandoned),
            Dispatched, EnumSet.of(InProgress, Queued, TimedOut, Abandoned),
            InProgress, EnumSet.of(Succeeded, Failed, TimedOut, Abandoned),
            Succeeded, EnumSet.noneOf(JobStatus.class),
            Failed, EnumSet.noneOf(JobStatus.class),
            TimedOut, EnumSet.noneOf(JobStatus.class),
            Abandoned, EnumSet.noneOf(JobStatus.class));

    public boolean mayBecome(JobStatus next) {
        return LIFE_CYCLE.get(this).contains(next);
    }

    /** Whether a job of this status never changes again. */
    public boolean isTerminal() {
        return LIFE_CYCLE.get(this).isEmpty();
    }

    /** How an action stands whose last job has this status. */
    public ActionExecutionStatus actionStatus() {
        return switch (this) {
            case Created, Queued, Dispatched, InProgress -> ActionExecutionStatus.InProgress;
            case Succeeded -> ActionExecutionStatus.Succeeded;
            case Failed, TimedOut -> ActionExecutionStatus.Failed;
            case Abandoned -> ActionExecutionStatus.Abandoned;
        };
    }
}
