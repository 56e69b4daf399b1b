package dev.jobport.domain.job;

import dev.jobport.domain.TextConstraint;

/**
 * One call of a job worker, however often its SDK had to send it because an answer was lost.
 *
 * @param id the SDK's name for the call, the same in every attempt: 8 to 64 characters of {@code [0-9A-Za-z_-]}
 */
public record Invocation(String id) {

    public static final TextConstraint ID = TextConstraint.length(8, 64).matching("[0-9A-Za-z_-]+");

    public Invocation {
        ID.require(id);
    }

    @Override
    public String toString() {
        return id;
    }
}
