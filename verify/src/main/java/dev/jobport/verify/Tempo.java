package dev.jobport.verify;

import java.time.Duration;
import java.util.Optional;

/**
 * How long whoever watches waits, and for what.
 *
 * @param lease of each offer
 * @param patience how long a worker with a job may do nothing before its scenario is given up
 * @param quiet how long a worker that suffered something has to be silent about it to be done with it
 * @param grace how long it may take to end when it is asked to
 * @param watch how long it is watched at the end; as it polls, if it is not given
 */
record Tempo(Duration lease, Duration patience, Duration quiet, Duration grace, Optional<Duration> watch) {

    private static final Duration LEAST_WATCH = Duration.ofSeconds(2);

    /** A lease of the length at which the commits of AWS's Jenkins plugin hint; the patience is longer. */
    static final Tempo USUAL = new Tempo(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Optional.empty());

    Tempo withPatience(Duration other) {
        return new Tempo(lease, other, quiet, grace, watch);
    }

    Tempo withWatch(Duration other) {
        return new Tempo(lease, patience, quiet, grace, Optional.of(other));
    }

    /** @param interval of the worker's polls */
    Duration watch(Duration interval) {
        Duration twice = interval.multipliedBy(2);
        return watch.orElse(twice.compareTo(LEAST_WATCH) > 0 ? twice : LEAST_WATCH);
    }
}
