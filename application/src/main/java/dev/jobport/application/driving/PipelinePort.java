package dev.jobport.application.driving;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a pipeline may ask: start an action, see how it goes, be told its outcome. */
public interface PipelinePort {

    /**
     * Starts an action; its first job can be polled at once.
     *
     * @param clientId whose action it is; for third-party actions, and for no others
     * @throws Refusal.ActionTypeNotFound if nobody registered the action type
     * @throws Refusal.Validation if the client is missing, or given where there is none, or the input is not what the type
     *     takes: its configuration properties, and its numbers of artifacts
     * @throws Refusal.ClientNotFound if nobody registered the client
     */
    StartedAction startActionExecution(ActionTypeId actionTypeId, Optional<ClientId> clientId, ActionInput input);

    /** @throws Refusal.ActionExecutionNotFound if there is no such action execution */
    ActionExecutionReport actionExecution(ActionExecutionId id);

    /**
     * Answers as soon as the action execution has ended, or as it stands when the patience is over. Holds no thread
     * meanwhile.
     *
     * @throws Refusal.ActionExecutionNotFound if there is no such action execution
     */
    CompletionStage<ActionExecutionReport> awaitActionExecution(ActionExecutionId id, Duration patience);

    /** @throws Refusal.InvalidNextToken if the page asked for was not announced by this list */
    Page<ActionExecutionSummary> actionExecutions(PageRequest page);

    /** @throws Refusal.JobNotFound if there is no such job */
    JobReport job(JobId id);

    /** @throws Refusal.InvalidNextToken if the page asked for was not announced by this list */
    Page<JobReport> jobs(Optional<JobStatus> status, PageRequest page);

    /** The names of a new action execution and its first job. */
    record StartedAction(ActionExecutionId actionExecutionId, JobId jobId) {}
}
