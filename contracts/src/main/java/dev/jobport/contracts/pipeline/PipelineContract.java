package dev.jobport.contracts.pipeline;

import static dev.jobport.contracts.Pages.everyPage;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_CLIENT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.contracts.worker.CustomWorker;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.Started;
import dev.jobport.contracts.worker.ThirdPartyWorker;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a pipeline may rely on: it starts actions, is told how they go, and hears of their outcome. */
public interface PipelineContract extends JobWorkerWorld {

    ActionExecutionId UNKNOWN_ACTION = new ActionExecutionId("00000000-0000-0000-0000-0000000000ac");

    @Test
    default void an_action_that_starts_is_in_progress_and_has_one_queued_job() {
        Started started = customWorker(TIMING).start();

        ActionExecutionReport report = pipeline().actionExecution(account(), started.actionExecutionId());

        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.InProgress);
        assertThat(report.isFinished()).isFalse();
        assertThat(report.jobs()).extracting(JobReport::id).containsExactly(started.jobId());
        assertThat(report.jobs()).extracting(JobReport::status).containsExactly(JobStatus.Queued);
    }

    @Test
    default void an_action_of_an_unknown_type_does_not_start() {
        ActionTypeId unknown = new ActionTypeId(ActionCategory.Test, ActionOwner.Custom, "Nobody", "1");

        assertThatThrownBy(() -> pipeline().startActionExecution(account(), unknown, Optional.empty(), BARE_INPUT))
                .isInstanceOf(Refusal.ActionTypeNotFound.class);
    }

    @Test
    default void a_third_party_action_needs_a_client_that_is_registered() {
        ActionTypeId type = thirdPartyWorker(TIMING).actionType();

        assertThatThrownBy(() -> pipeline().startActionExecution(account(), type, Optional.empty(), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class);
        assertThatThrownBy(
                        () -> pipeline().startActionExecution(account(), type, Optional.of(OTHER_CLIENT), BARE_INPUT))
                .isInstanceOf(Refusal.ClientNotFound.class);
    }

    @Test
    default void a_custom_action_takes_no_client() {
        ActionTypeId type = customWorker(TIMING).actionType();
        ClientId client = thirdPartyWorker(TIMING).client().clientId();

        assertThatThrownBy(() -> pipeline().startActionExecution(account(), type, Optional.of(client), BARE_INPUT))
                .isInstanceOf(Refusal.Validation.class);
    }

    @Test
    default void what_was_never_started_is_not_found() {
        assertThatThrownBy(() -> pipeline().actionExecution(account(), UNKNOWN_ACTION))
                .isInstanceOf(Refusal.ActionExecutionNotFound.class);
        assertThatThrownBy(() -> pipeline().job(account(), UNKNOWN_JOB)).isInstanceOf(Refusal.JobNotFound.class);
    }

    @Test
    default void the_report_tells_the_jobs_of_an_action_in_order_and_the_outcome_is_that_of_the_last() {
        CustomWorker worker = customWorker(TIMING);
        ActionExecutionId action = worker.start().actionExecutionId();
        JobId first = worker.take();
        worker.succeed(first, goingOn("on"));
        pass(TIMING.continuationDelay());
        JobId second = worker.take();

        worker.fail(second);

        ActionExecutionReport report = worker.report(action);
        assertThat(report.jobs()).extracting(JobReport::id).containsExactly(first, second);
        assertThat(report.jobs()).extracting(JobReport::status).containsExactly(JobStatus.Succeeded, JobStatus.Failed);
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Failed);
        assertThat(report.isFinished()).isTrue();
    }

    @Test
    default void whoever_waits_for_an_action_that_has_ended_is_answered_at_once() throws Exception {
        CustomWorker worker = customWorker(TIMING);
        ActionExecutionId action = worker.start().actionExecutionId();
        worker.succeed(worker.take(), COMPLETE);

        CompletionStage<ActionExecutionReport> waiting =
                pipeline().awaitActionExecution(account(), action, Duration.ofSeconds(30));

        assertThat(waiting.toCompletableFuture().get(10, TimeUnit.SECONDS).isFinished())
                .isTrue();
    }

    @Test
    default void whoever_has_no_patience_is_told_how_the_action_stands() throws Exception {
        CustomWorker worker = customWorker(TIMING);
        ActionExecutionId action = worker.start().actionExecutionId();

        CompletionStage<ActionExecutionReport> waiting =
                pipeline().awaitActionExecution(account(), action, Duration.ZERO);

        assertThat(waiting.toCompletableFuture().get(10, TimeUnit.SECONDS).isFinished())
                .isFalse();
    }

    @Test
    default void actions_and_jobs_are_listed_newest_first_page_by_page() {
        ThirdPartyWorker worker = thirdPartyWorker(TIMING);
        List<Started> started = List.of(worker.start(), worker.start(), worker.start());
        List<ActionExecutionId> actions =
                started.stream().map(Started::actionExecutionId).toList();
        List<JobId> jobs = started.stream().map(Started::jobId).toList();

        assertThat(inPagesOfTwo(page -> pipeline().actionExecutions(account(), page)))
                .extracting(ActionExecutionSummary::id)
                .filteredOn(actions::contains)
                .containsExactly(actions.get(2), actions.get(1), actions.get(0));
        assertThat(inPagesOfTwo(page -> pipeline().jobs(account(), Optional.of(JobStatus.Queued), page)))
                .extracting(JobReport::id)
                .filteredOn(jobs::contains)
                .containsExactly(jobs.get(2), jobs.get(1), jobs.get(0));
    }

    @Test
    default void jobs_of_another_status_are_left_out() {
        CustomWorker worker = customWorker(TIMING);
        JobId taken = worker.startAndTake();

        assertThat(inPagesOfTwo(page -> pipeline().jobs(account(), Optional.of(JobStatus.Queued), page)))
                .extracting(JobReport::id)
                .doesNotContain(taken);
        assertThat(inPagesOfTwo(page -> pipeline().jobs(account(), Optional.of(JobStatus.InProgress), page)))
                .extracting(JobReport::id)
                .contains(taken);
    }

    @Test
    default void a_token_that_no_list_gave_out_is_refused() {
        PageRequest page = new PageRequest(10, Optional.of("not-a-token"));

        assertThatThrownBy(() -> pipeline().actionExecutions(account(), page))
                .isInstanceOf(Refusal.InvalidNextToken.class);
        assertThatThrownBy(() -> pipeline().jobs(account(), Optional.empty(), page))
                .isInstanceOf(Refusal.InvalidNextToken.class);
    }

    private static <T> List<T> inPagesOfTwo(Function<PageRequest, Page<T>> list) {
        return everyPage(2, page -> {
            Page<T> answer = list.apply(page);
            assertThat(answer.items()).hasSizeLessThanOrEqualTo(2);
            return answer;
        });
    }
}
