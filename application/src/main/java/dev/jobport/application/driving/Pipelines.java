package dev.jobport.application.driving;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What a pipeline may ask: start an action in its account, stop it, see how it goes, be told its outcome. Actions and jobs of other
 * accounts do not exist for it.
 */
public interface Pipelines {

    /**
     * Starts an action; its first job can be polled at once. Its pipeline is the account's unless its ARN says otherwise.
     *
     * @param clientId whose action it is; for third-party actions, and for no others
     * @throws Refusal.ActionTypeNotFound if nobody registered the action type
     * @throws Refusal.Validation if the client is missing, or given where there is none, or the input is not what the type
     *     takes: its configuration properties, and its numbers of artifacts
     * @throws Refusal.ClientNotFound if nobody registered the client
     * @throws Refusal.LimitExceeded if too many actions of the account are under way
     */
    StartedAction startActionExecution(
            Account account, ActionTypeId actionTypeId, Optional<ClientId> clientId, ActionInput input);

    /**
     * Abandons an action, for good. What of it no job worker has acknowledged is not offered any more; what one has, that
     * worker may finish, and its result changes nothing. An action that was stopped before stays as it is.
     *
     * @return how it stands now
     * @throws Refusal.ActionExecutionNotFound if there is no such action execution
     * @throws Refusal.ActionExecutionEnded if it has succeeded or failed before
     */
    ActionExecutionReport stopActionExecution(Account account, ActionExecutionId id);

    /** @throws Refusal.ActionExecutionNotFound if there is no such action execution */
    ActionExecutionReport actionExecution(Account account, ActionExecutionId id);

    /**
     * Answers as soon as the action execution has ended, or as it stands when the patience is over. Holds no thread
     * meanwhile. Whoever cancels the answer ends the wait.
     *
     * @throws Refusal.ActionExecutionNotFound if there is no such action execution
     * @throws Refusal.TooManyWaits if as many wait already as may
     */
    CompletionStage<ActionExecutionReport> awaitActionExecution(
            Account account, ActionExecutionId id, Duration patience);

    /** @throws Refusal.InvalidNextToken if the page asked for was not announced by this list */
    Page<ActionExecutionSummary> actionExecutions(Account account, PageRequest page);

    /** @throws Refusal.JobNotFound if there is no such job */
    JobReport job(Account account, JobId id);

    /** @throws Refusal.InvalidNextToken if the page asked for was not announced by this list */
    Page<JobReport> jobs(Account account, Optional<JobStatus> status, PageRequest page);

    /** The names of a new action execution and its first job. */
    record StartedAction(ActionExecutionId actionExecutionId, JobId jobId) {}
}
