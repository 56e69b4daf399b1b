package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.client.ClientId;
import java.time.Instant;

/**
 * One run of an action: what its jobs have in common and what never changes. How far it has come is told by its last
 * job.
 *
 * @param timing the durations that held when the action started
 * @param startedAt to the millisecond
 */
public record ActionExecution(
        ActionExecutionId id,
        ActionTypeId actionTypeId,
        ClientId clientId,
        ActionInput input,
        Timing timing,
        Instant startedAt) {

    public ActionExecution {
        requireNonNull(id);
        requireNonNull(actionTypeId);
        requireNonNull(clientId);
        requireNonNull(input);
        requireNonNull(timing);
        requireNonNull(startedAt);
    }

    /** When the action times out, whichever of its jobs is being worked on and even if nobody polls. */
    public Instant deadline() {
        return startedAt.plus(timing.actionTimeout());
    }
}
