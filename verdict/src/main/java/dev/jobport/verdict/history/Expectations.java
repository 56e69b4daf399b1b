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

    private static final Duration LONGEST = Duration.ofDays(100 * 365L);

    public static final Expectations USUAL = new Expectations(Optional.empty(), 50, Duration.ofSeconds(60));

    /** @throws IllegalArgumentException if a duration is negative, or so long that no clock can count it */
    public Expectations {
        pollInterval.ifPresent(it -> check("pollInterval", it));
        check("patience", patience);
    }

    private static void check(String name, Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " cannot be negative, and is a hundred years at the most, not " + duration);
        }
    }
}
