package dev.jobport.verdict.history;

import java.time.Duration;
import java.util.Optional;

/**
 * What whoever watches allows a worker.
 *
 * @param pollInterval how long it is meant to wait after an empty poll
 * @param continuations how often an action that does not end may go on
 * @param patience how long a worker may stand still
 */
public record Expectations(Optional<Duration> pollInterval, int continuations, Duration patience) {

    public static final Expectations USUAL = new Expectations(Optional.empty(), 50, Duration.ofSeconds(60));
}
