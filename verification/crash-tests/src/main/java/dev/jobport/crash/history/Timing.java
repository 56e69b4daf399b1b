package dev.jobport.crash.history;

import java.time.Duration;

/** The durations of an action type. */
public record Timing(Duration lease, Duration jobTimeout, Duration actionTimeout, Duration continuationDelay) {}
