package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.SuccessResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The job worker protocol for custom actions: what it shares with the third-party one, the poll that tells all, and output
 * variables.
 *
 * @see JobWorkerContract
 */
public interface CustomJobWorkerContract extends JobWorkerContract, ConfigurationContract, UrlContract {

    @Override
    default CustomWorker worker(Timing timing) {
        return customWorker(timing);
    }

    @Override
    default CustomWorker worker() {
        return worker(TIMING);
    }

    @Test
    @Clause(id = "CUSTOM-1", source = Source.DOC, where = "API PollForJobs, Job")
    default void a_poll_tells_all_there_is_to_know_of_a_job() {
        CustomWorker worker = worker();
        ActionInput input = FULL_INPUT;
        var started = worker.start(input);

        List<CustomJob> jobs = custom().pollForJobs(caller(), worker.actionType(), Map.of(), 1);

        assertThat(jobs).hasSize(1).first().satisfies(job -> {
            assertThat(job.id()).isEqualTo(started.jobId());
            assertThat(job.data().actionTypeId()).isEqualTo(worker.actionType());
            assertThat(job.data().actionExecutionId()).isEqualTo(started.actionExecutionId());
            assertThat(job.data().input()).isEqualTo(input);
            assertThat(job.data().artifactCredentials()).contains(artifactCredentials());
            assertThat(job.data().continuationToken()).isEmpty();
            assertThat(job.accountId()).isEqualTo(account().id());
        });
    }

    @Test
    @Clause(id = "CUSTOM-2", source = Source.OURS, where = "decision 8 for the ARN; accountId is documented: API Job")
    default void a_job_tells_whose_it_is_and_its_pipelines_arn() {
        CustomWorker worker = worker();
        ActionInput input = inputOf(new PipelineContext(
                Optional.of("shop"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        for (Caller caller : foreigners()) {
            Account account = caller.account();
            operator().putActionType(account, new ActionType(worker.actionType(), TIMING));
            start(account, worker.actionType(), Optional.empty(), input);

            assertThat(custom().pollForJobs(caller, worker.actionType(), Map.of(), 10))
                    .singleElement()
                    .satisfies(job -> {
                        assertThat(job.accountId()).isEqualTo(account.id());
                        assertThat(custom().getJobDetails(caller, job.id()).accountId())
                                .isEqualTo(account.id());
                        assertThat(job.data().input().pipelineContext().pipelineArn())
                                .contains("arn:aws:codepipeline:" + account.region() + ":" + account.id() + ":shop");
                    });
        }
    }

    @Test
    @Clause(id = "CUSTOM-3", source = Source.DOC, where = "API GetJobDetails")
    default void details_tell_the_same_as_the_poll() {
        CustomWorker worker = worker();
        worker.start(FULL_INPUT);
        CustomJob job =
                custom().pollForJobs(caller(), worker.actionType(), Map.of(), 1).get(0);

        var details = custom().getJobDetails(caller(), job.id());

        assertThat(details.id()).isEqualTo(job.id());
        assertThat(details.data()).isEqualTo(job.data());
        assertThat(details.accountId()).isEqualTo(job.accountId());
    }

    @Test
    @Clause(id = "CUSTOM-4", source = Source.DOC, where = "API PutJobSuccessResult, outputVariables")
    default void the_output_variables_of_a_complete_action_are_shown() {
        CustomWorker worker = worker();
        var started = worker.start();
        OutputVariables variables = new OutputVariables(
                new LinkedHashMap<>(Map.of("CommitId", "c0ffee", "Text_@-1", "日本 {\"a\"}", "none", "")));

        worker.succeed(worker.take(), resultWith(variables));

        assertThat(outputVariables(worker, started)).isEqualTo(variables);
    }

    @Test
    @Clause(
            id = "CUSTOM-5",
            source = Source.OURS,
            where = "decision 8 for what is counted; the quota is documented: User Guide, quotas")
    default void output_variables_may_be_as_large_as_the_quota() {
        CustomWorker worker = worker();
        var started = worker.start();
        OutputVariables variables = new OutputVariables(Map.of("name", "x".repeat(OutputVariables.MAX_BYTES - 4)));

        worker.succeed(worker.take(), resultWith(variables));

        assertThat(outputVariables(worker, started)).isEqualTo(variables);
    }

    @Test
    @Clause(id = "CUSTOM-6", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void a_success_with_other_output_variables_is_no_repeat_and_their_order_does_not_matter() {
        CustomWorker worker = worker();
        JobId job = worker.startAndTake();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("A", "1");
        variables.put("B", "2");
        worker.succeed(job, resultWith(new OutputVariables(variables)));
        variables.remove("A");
        variables.put("A", "1");

        worker.succeed(job, resultWith(new OutputVariables(variables)));
        for (Map<String, String> other : List.of(Map.of("A", "1"), Map.of("A", "2", "B", "1"), Map.of("A1B", "2"))) {
            says(
                    assertThatThrownBy(() -> worker.succeed(job, resultWith(new OutputVariables(other))))
                            .isInstanceOf(Refusal.InvalidJobState.class),
                    "different result or output variables");
        }
        assertThatThrownBy(() -> worker.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    @Clause(id = "CUSTOM-7", source = Source.MODEL, where = "optional members of PutJobSuccessResult")
    default void an_action_without_output_variables_shows_none() {
        CustomWorker worker = worker();
        var started = worker.start();

        worker.succeed(worker.take(), COMPLETE);

        assertThat(outputVariables(worker, started)).isEqualTo(OutputVariables.NONE);
    }

    @Test
    @Clause(id = "CUSTOM-8", source = Source.OURS, where = "decision 8")
    default void a_job_of_a_third_party_action_is_none_of_this_family() {
        ThirdPartyWorker other = thirdPartyWorker(TIMING);
        JobId job = other.start().jobId();

        assertThatThrownBy(() -> custom().getJobDetails(caller(), job)).isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> custom().acknowledgeJob(caller(), job, UNKNOWN_NONCE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> custom().putJobSuccessResult(caller(), job, COMPLETE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> custom().putJobFailureResult(caller(), job, FAILURE))
                .isInstanceOf(Refusal.JobNotFound.class);
        says(
                assertThatThrownBy(() -> custom().pollForJobs(caller(), other.actionType(), Map.of(), 1))
                        .isInstanceOf(Refusal.Validation.class),
                "ActionType with owner 'ThirdParty' is not supported");
        assertThat(other.pollOne()).isEqualTo(job);
    }

    @Test
    @Clause(id = "CUSTOM-9", source = Source.OURS, where = "decision 23")
    default void a_custom_action_with_a_client_cannot_start() {
        CustomWorker worker = worker();
        ClientId client = operator()
                .registerClient(account(), Optional.empty(), Optional.empty())
                .clientId();

        assertThatThrownBy(() -> pipeline()
                        .startActionExecution(account(), worker.actionType(), Optional.of(client), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class);
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(id = "CUSTOM-10", source = Source.OURS, where = "decision 8")
    default void a_job_of_a_third_party_action_does_not_exist_for_a_stranger_either() {
        ThirdPartyWorker other = thirdPartyWorker(TIMING);
        JobId job = other.start().jobId();

        assertThatThrownBy(() -> custom().getJobDetails(stranger(), job)).isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> custom().acknowledgeJob(stranger(), job, UNKNOWN_NONCE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> custom().putJobSuccessResult(stranger(), job, COMPLETE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> custom().putJobFailureResult(stranger(), job, FAILURE))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private static OutputVariables outputVariables(Worker worker, Started action) {
        return worker.report(action.actionExecutionId()).summary().progress().outputVariables();
    }

    private static ActionInput inputOf(PipelineContext context) {
        return new ActionInput(Map.of(), context, List.of(), List.of(), Optional.empty());
    }

    private static SuccessResult resultWith(OutputVariables variables) {
        return new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty(), variables);
    }
}
