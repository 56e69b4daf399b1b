package dev.jobport.domain.job;

import dev.jobport.domain.TextConstraint;

/** A random text of 1 to 50 characters that tells one dispatch of a job from every other. */
public record Nonce(String value) {

    private static final TextConstraint FORM = TextConstraint.length(1, 50);

    public Nonce {
        FORM.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
