package dev.jobport.application.driving;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.Optional;

/**
 * A job as its worker sees it.
 *
 * @param nonce of the latest dispatch; absent before the first
 */
public record ThirdPartyJobDetails(
        JobId id,
        ActionTypeId actionTypeId,
        ActionExecutionId actionExecutionId,
        ActionInput input,
        Optional<ContinuationToken> continuationToken,
        Optional<Nonce> nonce) {}
