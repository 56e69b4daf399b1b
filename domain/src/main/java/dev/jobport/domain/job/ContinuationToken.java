package dev.jobport.domain.job;

import dev.jobport.domain.TextConstraint;

/** A job worker's own name for work that goes on, 1 to 2,048 characters; the follow-up job carries it back. */
public record ContinuationToken(String value) {

    private static final TextConstraint FORM = TextConstraint.length(1, 2048);

    public ContinuationToken {
        FORM.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
