package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.RangeConstraint;
import java.time.Duration;

/**
 * How long things may take for jobs of an action type, in whole seconds. Zero is due at once.
 *
 * @param dispatchLease how long a job that was handed out waits for its acknowledgement, at most 12 hours
 * @param jobTimeout how long a job may take from its acknowledgement to its result, at most 12 hours (CodePipeline API
 *     Reference, JobTimeout; its lower limit of 60 s is not kept, so that people can watch a timeout happen)
 * @param actionTimeout how long an action may take from its start to its end, all its jobs together, at most 7 days
 * @param continuationDelay how long a follow-up job waits until it can be polled, at most 12 hours
 */
public record Timing(Duration dispatchLease, Duration jobTimeout, Duration actionTimeout, Duration continuationDelay) {

    /** The range of {@link #dispatchLease}, {@link #jobTimeout} and {@link #continuationDelay}, in seconds. */
    public static final RangeConstraint JOB_SECONDS = new RangeConstraint(0, 12 * 60 * 60);

    /** The range of {@link #actionTimeout}, in seconds. */
    public static final RangeConstraint ACTION_SECONDS = new RangeConstraint(0, 7 * 24 * 60 * 60);

    /** What the provider of an action type may declare {@link #jobTimeout} to be, in seconds. */
    public static final RangeConstraint DECLARED_JOB_SECONDS = new RangeConstraint(60, 12 * 60 * 60);

    private static final Duration DISPATCH_LEASE = Duration.ofSeconds(60);
    private static final Duration JOB_TIMEOUT = Duration.ofHours(1);
    private static final Duration CONTINUATION_DELAY = Duration.ofSeconds(30);

    public Timing {
        JOB_SECONDS.require(dispatchLease.toSeconds());
        JOB_SECONDS.require(jobTimeout.toSeconds());
        ACTION_SECONDS.require(actionTimeout.toSeconds());
        JOB_SECONDS.require(continuationDelay.toSeconds());
    }

    /** The same with another {@link #jobTimeout}. */
    public Timing withJobTimeout(Duration otherTimeout) {
        return new Timing(dispatchLease, otherTimeout, actionTimeout, continuationDelay);
    }

    /** What holds where the operator said nothing. Custom actions may take a day, every other an hour. */
    public static Timing defaultsFor(ActionOwner owner) {
        Duration actionTimeout = requireNonNull(owner) == ActionOwner.Custom ? Duration.ofDays(1) : Duration.ofHours(1);
        return new Timing(DISPATCH_LEASE, JOB_TIMEOUT, actionTimeout, CONTINUATION_DELAY);
    }
}
