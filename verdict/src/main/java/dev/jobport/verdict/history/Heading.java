package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.Set;

/**
 * What is known before anything happens.
 *
 * @param seenFrom from where the worker is watched
 * @param seed of the random choices of what faults hit
 * @param jobport the version of the server
 * @param worker its command or name
 */
public record Heading(
        Instant began, Set<Vantage> seenFrom, long seed, String jobport, String worker, Expectations expectations) {

    public Heading {
        seenFrom = Set.copyOf(seenFrom);
    }

    /** The same, seen from there. */
    Heading seenFrom(Set<Vantage> others) {
        return new Heading(began, others, seed, jobport, worker, expectations);
    }
}
