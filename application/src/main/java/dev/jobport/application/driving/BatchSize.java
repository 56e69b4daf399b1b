package dev.jobport.application.driving;

import dev.jobport.domain.RangeConstraint;

/** How many jobs a poll may ask for and gets, whichever family of job workers polls. */
public final class BatchSize {

    /** What a poll may ask for. */
    public static final RangeConstraint RANGE = new RangeConstraint(1, Integer.MAX_VALUE);

    /** How many jobs a poll that does not say gets at the most. */
    public static final int DEFAULT = 10;

    /** How many jobs any poll gets at the most. */
    public static final int LARGEST = 100;

    private BatchSize() {}
}
