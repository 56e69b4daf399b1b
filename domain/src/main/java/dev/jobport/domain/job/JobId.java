package dev.jobport.domain.job;

import dev.jobport.domain.TextConstraint;

/** The name of a job: the server mints uuids; anything of 1 to 512 characters may be asked for (ThirdPartyJobId). */
public record JobId(String value) {

    private static final TextConstraint FORM = TextConstraint.length(1, 512);

    public JobId {
        FORM.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
