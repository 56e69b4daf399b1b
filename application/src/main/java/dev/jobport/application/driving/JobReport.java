package dev.jobport.application.driving;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.util.List;
import java.util.Optional;

/** The life of a job so far, as anybody may see it: no nonce, no token, no secret. */
public record JobReport(
        JobId id,
        JobStatus status,
        List<Transition> transitions,
        ActionTypeId actionTypeId,
        Optional<ClientId> clientId,
        ActionExecutionId actionExecutionId) {

    public static JobReport of(Job job) {
        return new JobReport(
                job.id(),
                job.status(),
                job.transitions(),
                job.action().actionTypeId(),
                job.action().clientId(),
                job.action().id());
    }
}
