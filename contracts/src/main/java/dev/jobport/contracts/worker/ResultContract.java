package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.DETAILS;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.REVISION;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.SuccessResult;
import dev.jobport.domain.job.Transition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reporting results, and going on. */
public interface ResultContract extends FamilyWorld {

    @Test
    @Clause(id = "RESULT-1", source = Source.DOC, where = "API PutJobSuccessResult")
    default void success_without_a_token_completes_the_action_and_shows_what_was_reported() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();

        worker.succeed(job, SUCCESS);

        ActionExecutionReport report = worker.report(started.actionExecutionId());
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Succeeded);
        assertThat(report.summary().progress().executionDetails()).isEqualTo(DETAILS);
        assertThat(report.summary().progress().currentRevision()).contains(REVISION);
        assertThat(report.summary().progress().errorDetails()).isEmpty();
        assertThat(worker.statuses(started.actionExecutionId())).containsExactly(JobStatus.Succeeded);
        assertThat(report.jobs().get(0).transitions())
                .extracting(Transition::status)
                .containsExactly(
                        JobStatus.Created,
                        JobStatus.Queued,
                        JobStatus.Dispatched,
                        JobStatus.InProgress,
                        JobStatus.Succeeded);
    }

    @Test
    @Clause(id = "RESULT-2", source = Source.DOC, where = "API PutJobFailureResult")
    default void failure_ends_the_action_and_tells_why() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();

        worker.fail(job);

        ActionExecutionReport report = worker.report(started.actionExecutionId());
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Failed);
        assertThat(report.summary().progress().errorDetails())
                .contains(new ErrorDetails(FAILURE.type().name(), FAILURE.message()));
        assertThat(report.summary().progress().executionDetails().externalExecutionId())
                .isEqualTo(FAILURE.externalExecutionId());
        worker.stands(job, JobStatus.Failed);
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(
            id = "RESULT-3",
            source = Source.OURS,
            where = "decision 8 for the delay; the new job is documented: API PutJobSuccessResult, continuationToken")
    default void success_with_a_token_goes_on_in_a_new_job_after_the_continuation_delay() {
        Worker worker = worker();
        var started = worker.start();
        JobId first = worker.take();

        worker.succeed(
                first,
                new SuccessResult(
                        Optional.empty(), Optional.of(new ContinuationToken("go-on-1")), Optional.of(DETAILS)));

        ActionExecutionReport report = worker.report(started.actionExecutionId());
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.InProgress);
        assertThat(report.summary().progress().executionDetails()).isEqualTo(DETAILS);
        assertThat(worker.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.Created);

        pass(TIMING.continuationDelay().minus(MOMENT));
        assertThat(worker.poll()).isEmpty();
        pass(MOMENT);
        JobId second = worker.pollOne();

        assertThat(second).isNotEqualTo(first);
        var data = worker.data(second);
        assertThat(data.continuationToken()).contains(new ContinuationToken("go-on-1"));
        assertThat(data.actionExecutionId()).isEqualTo(started.actionExecutionId());
        assertThat(worker.nonce(second)).isPresent().isNotEqualTo(worker.nonce(first));
    }

    @Test
    @Clause(id = "RESULT-4", source = Source.DOC, where = "API PutJobSuccessResult, continuationToken")
    default void a_follow_up_can_go_on_with_the_same_token_and_in_the_end_complete_the_action() {
        Worker worker = worker();
        var started = worker.start();
        for (int round = 0; round < 3; round++) {
            worker.succeed(worker.take(), goingOn("same"));
            pass(TIMING.continuationDelay());
        }

        worker.succeed(worker.take(), COMPLETE);

        assertThat(worker.report(started.actionExecutionId()).summary().status())
                .isEqualTo(ActionExecutionStatus.Succeeded);
        assertThat(worker.statuses(started.actionExecutionId())).hasSize(4).containsOnly(JobStatus.Succeeded);
    }

    @Test
    @Clause(id = "RESULT-5", source = Source.OURS, where = "decision 8")
    default void a_report_that_leaves_something_out_keeps_what_was_shown_before() {
        Worker worker = worker();
        var started = worker.start();
        worker.succeed(worker.take(), successWith("t"));
        pass(TIMING.continuationDelay());

        worker.succeed(
                worker.take(),
                new SuccessResult(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ExecutionDetails(Optional.of("done"), Optional.empty(), Optional.empty()))));

        var progress = worker.report(started.actionExecutionId()).summary().progress();
        assertThat(progress.executionDetails())
                .isEqualTo(new ExecutionDetails(
                        Optional.of("done"), DETAILS.externalExecutionId(), DETAILS.percentComplete()));
        assertThat(progress.currentRevision()).contains(REVISION);
    }

    @Test
    @Clause(id = "RESULT-6", source = Source.DOC, where = "API PutJobSuccessResult, InvalidJobStateException")
    default void a_result_for_a_job_that_nobody_acknowledged_is_refused() {
        Worker worker = worker();
        var started = worker.start();
        if (showsJobs()) {
            resultsAreRefused(worker, started.jobId());
            worker.stands(started.jobId(), JobStatus.Queued);
        }

        JobId job = worker.pollOne();
        resultsAreRefused(worker, job);
        worker.stands(job, JobStatus.Dispatched);
    }

    @Test
    @Clause(id = "RESULT-7", source = Source.DOC, where = "API PutJobSuccessResult, JobNotFoundException")
    default void a_result_for_an_unknown_job_is_refused() {
        assertThatThrownBy(() -> worker().succeed(UNKNOWN_JOB, COMPLETE)).isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> worker().fail(UNKNOWN_JOB)).isInstanceOf(Refusal.JobNotFound.class);
    }

    private static void resultsAreRefused(Worker worker, JobId job) {
        assertThatThrownBy(() -> worker.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> worker.succeed(job, goingOn("again"))).isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> worker.fail(job)).isInstanceOf(Refusal.InvalidJobState.class);
    }
}
