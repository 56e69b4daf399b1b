package dev.jobport.application.driving;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Job;
import java.time.Instant;
import java.util.Optional;

/** How an action execution stands. */
public record ActionExecutionSummary(
        ActionExecutionId id,
        ActionTypeId actionTypeId,
        Optional<ClientId> clientId,
        Instant startedAt,
        ActionExecutionStatus status,
        ActionProgress progress,
        ActionUrls urls) {

    /** As the last job of the action tells it. */
    public static ActionExecutionSummary of(Job last) {
        return new ActionExecutionSummary(
                last.action().id(),
                last.action().actionTypeId(),
                last.action().clientId(),
                last.action().startedAt(),
                last.actionStatus(),
                last.progress(),
                ActionUrls.of(last.action(), last.progress()));
    }
}
