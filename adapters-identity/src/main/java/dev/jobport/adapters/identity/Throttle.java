package dev.jobport.adapters.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Holds each caller to a rate of requests. One who was quiet for a second may ask a second's worth at once. */
public final class Throttle {

    private final boolean anyNumber;
    private final Allowance allowance;
    private final InstantSource time;

    /** @param maxRequestsPerSecond 0 for any number */
    public Throttle(int maxRequestsPerSecond) {
        // not the server's time, which a test may hold still, and people may set back
        this(maxRequestsPerSecond, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
    }

    Throttle(int maxRequestsPerSecond, InstantSource time) {
        this.anyNumber = maxRequestsPerSecond == 0;
        this.allowance =
                new Allowance(maxRequestsPerSecond, Duration.ofSeconds(1).dividedBy(Math.max(1, maxRequestsPerSecond)));
        this.time = time;
    }

    /** Whether the caller may ask once more now. */
    public boolean admits(String caller) {
        return anyNumber || allowance.allows(caller, time.instant());
    }
}
