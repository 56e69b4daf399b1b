package dev.jobport.domain.job;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.action.ExecutionDetails;
import java.util.Optional;

/**
 * What a job worker reports when a job failed.
 *
 * @param message 1 to 5,000 characters
 * @param externalExecutionId 1 to 1,500 characters
 */
public record FailureDetails(FailureType type, String message, Optional<String> externalExecutionId) {

    public static final TextConstraint MESSAGE = TextConstraint.length(1, 5000);

    public FailureDetails {
        requireNonNull(type);
        MESSAGE.require(message);
        externalExecutionId.ifPresent(ExecutionDetails.EXTERNAL_EXECUTION_ID::require);
    }
}
