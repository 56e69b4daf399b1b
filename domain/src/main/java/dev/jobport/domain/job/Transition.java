package dev.jobport.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A job took a status. A change that the clock made is dated when it was due, not when it was noticed. */
public record Transition(JobStatus status, Instant at) {

    public Transition {
        requireNonNull(status);
        requireNonNull(at);
    }
}
