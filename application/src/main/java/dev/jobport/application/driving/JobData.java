package dev.jobport.application.driving;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.ContinuationToken;
import java.util.Optional;

/**
 * What a job worker of either family needs to do a job, secrets included.
 *
 * @param artifactCredentials minted for this answer; absent if the server has none, or the job has ended
 */
public record JobData(
        ActionTypeId actionTypeId,
        ActionExecutionId actionExecutionId,
        ActionInput input,
        Optional<ContinuationToken> continuationToken,
        Optional<AwsSessionCredentials> artifactCredentials) {}
