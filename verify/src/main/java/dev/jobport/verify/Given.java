package dev.jobport.verify;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the author of a worker says of it.
 *
 * @param jobs the configuration of each kind of job that the worker can be given
 * @param seed of the lab's names and dice
 * @param only the names of scenarios or groups that are to be played; all, if it is empty
 * @param pollInterval how long the worker is meant to wait after an empty poll
 */
record Given(
        String actionType,
        Map<Kind, Map<String, String>> jobs,
        boolean quick,
        OptionalLong seed,
        Set<String> only,
        Optional<Duration> pollInterval,
        Tempo tempo) {

    /** A job without configuration is one that every worker can be given. */
    Given {
        jobs = Map.copyOf(jobs);
        only = Set.copyOf(only);
    }

    boolean has(Kind kind) {
        return kind == Kind.USUAL || jobs.containsKey(kind);
    }

    Map<String, String> configuration(Kind kind) {
        return jobs.getOrDefault(kind, Map.of());
    }
}
