package dev.jobport.application.driving;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.job.ContinuationToken;
import java.util.Optional;

/** What a job worker of either family needs to do a job, secrets included. */
public record JobData(
        ActionTypeId actionTypeId,
        ActionExecutionId actionExecutionId,
        ActionInput input,
        Optional<ContinuationToken> continuationToken) {}
