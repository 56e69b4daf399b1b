package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.Optional;

/**
 * An action began.
 *
 * @param actionType {@code Custom/Build/Own/1}: owner, category, provider, version
 * @param workFails whether its work is to fail, if whoever started it said so
 */
public record ActionStarted(long number, Instant at, String action, String actionType, Optional<Boolean> workFails)
        implements Event {}
