package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.WRONG_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The third-party job worker protocol: what it shares with the custom one, and what its client tokens add.
 *
 * @see JobWorkerContract
 */
public interface ThirdPartyJobWorkerContract extends JobWorkerContract, ClientContract {

    @Override
    default ThirdPartyWorker worker(Timing timing) {
        return thirdPartyWorker(timing);
    }

    @Override
    default ThirdPartyWorker worker() {
        return worker(TIMING);
    }

    @Test
    @Clause(id = "PARTNER-1", source = Source.DOC, where = "API ThirdPartyJob")
    default void the_job_of_a_new_action_is_offered_with_its_client_and_nothing_else() {
        ThirdPartyWorker worker = worker();
        var started = worker.start();

        assertThat(thirdParty().pollForThirdPartyJobs(caller(), worker.actionType(), 10))
                .containsExactly(new ThirdPartyJob(worker.client().clientId(), started.jobId()));
    }

    @Test
    @Clause(id = "PARTNER-2", source = Source.DOC, where = "API PipelineContext: not for third-party actions")
    default void details_tell_what_the_pipeline_gave_but_not_which_pipeline_execution_it_is() {
        ThirdPartyWorker worker = worker();
        ActionInput input = FULL_INPUT;
        var started = worker.start(input);
        worker.poll();

        ThirdPartyJobDetails details = thirdParty().getThirdPartyJobDetails(caller(), started.jobId(), worker.token());

        PipelineContext context = input.pipelineContext();
        assertThat(details.id()).isEqualTo(started.jobId());
        assertThat(details.data().actionTypeId()).isEqualTo(worker.actionType());
        assertThat(details.data().actionExecutionId()).isEqualTo(started.actionExecutionId());
        assertThat(details.data().continuationToken()).isEmpty();
        assertThat(details.nonce()).isPresent();
        assertThat(details.data().input())
                .isEqualTo(new ActionInput(
                        input.configuration(),
                        new PipelineContext(
                                context.pipelineName(),
                                context.stageName(),
                                context.actionName(),
                                Optional.empty(),
                                Optional.empty()),
                        input.inputArtifacts(),
                        input.outputArtifacts(),
                        input.encryptionKey()));
    }

    @Test
    @Clause(id = "PARTNER-3", source = Source.OURS, where = "decision 8")
    default void details_have_no_nonce_before_the_first_dispatch() {
        ThirdPartyWorker worker = worker();
        JobId job = worker.start().jobId();

        assertThat(worker.nonce(job)).isEmpty();
    }

    @Test
    @Clause(id = "PARTNER-4", source = Source.OURS, where = "decision 8")
    default void details_keep_the_nonce_from_the_first_dispatch_on() {
        ThirdPartyWorker worker = worker();
        worker.start();
        JobId job = worker.take();
        assertThat(worker.nonce(job)).isPresent();

        worker.succeed(job, goingOn("t"));

        assertThat(worker.nonce(job)).isPresent();
    }

    @Test
    @Clause(id = "PARTNER-5", source = Source.DOC, where = "API GetThirdPartyJobDetails, InvalidClientTokenException")
    default void details_with_a_wrong_client_token_are_refused() {
        ThirdPartyWorker worker = worker();
        ThirdPartyWorker stranger = worker();
        JobId job = worker.start().jobId();

        assertThatThrownBy(() -> thirdParty().getThirdPartyJobDetails(caller(), job, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> thirdParty().getThirdPartyJobDetails(caller(), job, stranger.token()))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    @Test
    @Clause(
            id = "PARTNER-6",
            source = Source.OURS,
            where = "decision 8 for the order; the error is documented: API AcknowledgeThirdPartyJob")
    default void a_wrong_client_token_is_told_before_a_wrong_nonce_and_changes_nothing() {
        ThirdPartyWorker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();

        assertThatThrownBy(() -> thirdParty().acknowledgeThirdPartyJob(caller(), job, UNKNOWN_NONCE, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> thirdParty().acknowledgeThirdPartyJob(caller(), job, nonce, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        worker.stands(job, JobStatus.Dispatched);
    }

    @Test
    @Clause(
            id = "PARTNER-7",
            source = Source.OURS,
            where = "decision 8 for the order; the error is documented: API PutThirdPartyJobSuccessResult")
    default void a_wrong_client_token_is_told_before_a_wrong_state_and_changes_nothing() {
        ThirdPartyWorker worker = worker();
        JobId job = worker.startAndPoll();
        resultsAreRefusedForTheToken(job);
        worker.acknowledge(job, worker.nonce(job).orElseThrow());

        resultsAreRefusedForTheToken(job);

        worker.stands(job, JobStatus.InProgress);
    }

    private void resultsAreRefusedForTheToken(JobId job) {
        assertThatThrownBy(() -> thirdParty().putThirdPartyJobSuccessResult(caller(), job, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> thirdParty().putThirdPartyJobFailureResult(caller(), job, WRONG_TOKEN, FAILURE))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    @Test
    @Clause(
            id = "PARTNER-8",
            source = Source.DOC,
            where = "API PutThirdPartyJobSuccessResult, InvalidClientTokenException")
    default void a_repeat_with_a_wrong_client_token_is_refused_for_the_token() {
        ThirdPartyWorker worker = worker();
        JobId job = worker.startAndTake();
        Caller invocation = invocation();
        thirdParty().putThirdPartyJobSuccessResult(invocation, job, worker.token(), COMPLETE);

        assertThatThrownBy(() -> thirdParty().putThirdPartyJobSuccessResult(invocation, job, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    private Caller invocation() {
        return caller().in(Optional.of(new Invocation(UUID.randomUUID().toString())));
    }

    @Test
    @Clause(id = "PARTNER-9", source = Source.OURS, where = "decision 8")
    default void a_job_of_a_custom_action_is_none_of_this_family() {
        CustomWorker other = customWorker(TIMING);
        JobId job = other.start().jobId();

        assertThatThrownBy(() -> thirdParty().getThirdPartyJobDetails(caller(), job, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidJob.class);
        assertThatThrownBy(() -> thirdParty().acknowledgeThirdPartyJob(caller(), job, UNKNOWN_NONCE, WRONG_TOKEN))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> thirdParty().putThirdPartyJobSuccessResult(caller(), job, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> thirdParty().putThirdPartyJobFailureResult(caller(), job, WRONG_TOKEN, FAILURE))
                .isInstanceOf(Refusal.JobNotFound.class);
        says(
                assertThatThrownBy(() -> thirdParty().pollForThirdPartyJobs(caller(), other.actionType(), 1))
                        .isInstanceOf(Refusal.Validation.class),
                "ActionType with owner 'Custom' is not supported");
        assertThat(other.pollOne()).isEqualTo(job);
    }

    @Test
    @Clause(id = "PARTNER-10", source = Source.OURS, where = "decision 23")
    default void an_action_without_a_client_cannot_start() {
        ThirdPartyWorker worker = worker();

        assertThatThrownBy(() ->
                        pipeline().startActionExecution(account(), worker.actionType(), Optional.empty(), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class);
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(id = "PARTNER-11", source = Source.OURS, where = "decision 8")
    default void a_job_of_a_custom_action_does_not_exist_for_a_stranger_either_and_its_details_are_denied() {
        CustomWorker other = customWorker(TIMING);
        JobId job = other.start().jobId();

        assertThatThrownBy(() -> thirdParty().getThirdPartyJobDetails(stranger(), job, WRONG_TOKEN))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThatThrownBy(() -> thirdParty().acknowledgeThirdPartyJob(stranger(), job, UNKNOWN_NONCE, WRONG_TOKEN))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> thirdParty().putThirdPartyJobSuccessResult(stranger(), job, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> thirdParty().putThirdPartyJobFailureResult(stranger(), job, WRONG_TOKEN, FAILURE))
                .isInstanceOf(Refusal.JobNotFound.class);
    }
}
