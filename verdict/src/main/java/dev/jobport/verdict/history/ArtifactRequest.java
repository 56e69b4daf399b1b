package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A request for an object of a job's artifacts.
 *
 * @param at when it arrived
 * @param answered when the last byte of its answer had been sent
 * @param object the masked path that was asked for
 * @param artifact the name of the artifact that lies there
 * @param job whose artifact that is
 * @param credentials the tag of the credentials that it bore
 * @param digest what tells stored contents apart
 */
public record ArtifactRequest(
        long number,
        Instant at,
        Optional<Instant> answered,
        String method,
        String object,
        Optional<String> artifact,
        Optional<String> job,
        Optional<String> credentials,
        int status,
        Optional<String> error,
        Optional<String> digest,
        Optional<InjectedFault> fault)
        implements Event {

    /** Whether it stored something. */
    public boolean stores() {
        return method.equals("PUT") && status / 100 == 2;
    }

    public boolean isBefore(Event other) {
        return answered.filter(sent -> sent.isBefore(other.at())).isPresent();
    }
}
