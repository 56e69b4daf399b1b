package dev.jobport.domain.job;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import java.util.Optional;

/**
 * What a job worker reports when a job went well.
 *
 * @param continuationToken present if the action goes on in a follow-up job; absent if it is complete
 */
public record SuccessResult(
        Optional<CurrentRevision> currentRevision,
        Optional<ContinuationToken> continuationToken,
        Optional<ExecutionDetails> executionDetails) {

    public SuccessResult {
        requireNonNull(currentRevision);
        requireNonNull(continuationToken);
        requireNonNull(executionDetails);
    }
}
