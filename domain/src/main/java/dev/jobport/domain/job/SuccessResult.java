package dev.jobport.domain.job;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import java.util.Optional;

/**
 * What a job worker reports when a job went well.
 *
 * @param continuationToken present if the action goes on in a follow-up job; absent if it is complete
 * @param outputVariables what a custom action hands on, only when it is complete (CodePipeline API Reference,
 *     PutJobSuccessResult)
 */
public record SuccessResult(
        Optional<CurrentRevision> currentRevision,
        Optional<ContinuationToken> continuationToken,
        Optional<ExecutionDetails> executionDetails,
        OutputVariables outputVariables) {

    public SuccessResult {
        requireNonNull(currentRevision);
        requireNonNull(continuationToken);
        requireNonNull(executionDetails);
        if (continuationToken.isPresent() && !outputVariables.isEmpty()) {
            throw new Refusal.Validation(
                    "outputVariables", "A job can not contain both a continuation token and output variables.");
        }
    }

    /** A result without output variables, as third-party job workers report it. */
    public SuccessResult(
            Optional<CurrentRevision> currentRevision,
            Optional<ContinuationToken> continuationToken,
            Optional<ExecutionDetails> executionDetails) {
        this(currentRevision, continuationToken, executionDetails, OutputVariables.NONE);
    }
}
