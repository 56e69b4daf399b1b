package dev.jobport.lab.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The protocol's time: that of a clock, and an offset that only grows. To the millisecond, as stores keep it. */
public final class WorldTime implements InstantSource {

    /** Stores forget what is older, and a clock that is much farther ahead cannot be read any more. */
    static final Duration FARTHEST = Duration.ofDays(100 * 365L);

    private final InstantSource base;
    private volatile Duration ahead = Duration.ZERO;

    WorldTime(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(base.millis()).plus(ahead);
    }

    /** How far it is ahead of the clock. */
    public Duration ahead() {
        return ahead;
    }

    /** @throws IllegalArgumentException if it would be more than 100 years ahead; it stays where it is */
    synchronized void pass(Duration duration) {
        if (duration.compareTo(FARTHEST.minus(ahead)) > 0) {
            throw new IllegalArgumentException(
                    duration + " is farther than time goes: 100 years ahead, and it is " + ahead + " ahead by now.");
        }
        ahead = ahead.plus(duration);
    }
}
