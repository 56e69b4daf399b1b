package dev.jobport.verify;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the author of a worker says of it.
 *
 * @param jobs the configuration of each kind of job that the worker can be given
 * @param seed of the lab's names and random choices
 * @param only the names of scenarios or groups that are to be played; all, if it is empty
 * @param traits what each of these jobs has beside
 * @param pollInterval how long the worker is meant to wait after an empty poll
 * @param continuations how often an action may go on without an end
 */
record Given(
        String actionType,
        Map<Kind, Map<String, String>> jobs,
        Traits traits,
        boolean quick,
        OptionalLong seed,
        Set<String> only,
        Optional<Duration> pollInterval,
        int continuations,
        Tempo tempo) {

    /** A job without configuration is one that every worker can be given. */
    Given {
        jobs = Map.copyOf(jobs);
        only = Set.copyOf(only);
    }

    /** The names of all properties that jobs may have beside those that are traits. */
    Set<String> properties() {
        Set<String> all = new TreeSet<>(Scenarios.properties());
        jobs.values().forEach(it -> all.addAll(it.keySet()));
        return all;
    }

    boolean isThirdParty() {
        return actionType.startsWith("ThirdParty/");
    }

    boolean has(Kind kind) {
        return kind == Kind.USUAL || jobs.containsKey(kind);
    }

    Map<String, String> configuration(Kind kind) {
        return jobs.getOrDefault(kind, Map.of());
    }
}
