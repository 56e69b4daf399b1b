package dev.jobport.lab.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The protocol's time: that of a clock, and an offset that only grows. To the millisecond, as stores keep it. */
public final class WorldTime implements InstantSource {

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

    synchronized void pass(Duration duration) {
        ahead = ahead.plus(duration);
    }
}
