package dev.jobport.application.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells whether the clock still ticks. Without it no lease, timeout or continuation ever ends. */
public final class Pulse {

    /** Many ticks; a long one, or one that the database holds up, is no standstill. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final InstantSource time;
    private volatile Instant latest;

    public Pulse(InstantSource time) {
        this.time = time;
        this.latest = time.instant();
    }

    void beat() {
        latest = time.instant();
    }

    boolean isBeating() {
        return time.instant().isBefore(latest.plus(LONGEST_PAUSE));
    }
}
