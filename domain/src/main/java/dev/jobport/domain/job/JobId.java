package dev.jobport.domain.job;

import dev.jobport.domain.TextConstraint;

/**
 * The name of a job: the server mints uuids. Anything of 1 to 512 characters may be asked for by third-party job workers
 * (ThirdPartyJobId), {@link #UUID uuids} only by custom ones (JobId).
 */
public record JobId(String value) {

    public static final TextConstraint UUID = TextConstraint.UUID;
    public static final TextConstraint FORM = TextConstraint.length(1, 512);

    public JobId {
        FORM.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
