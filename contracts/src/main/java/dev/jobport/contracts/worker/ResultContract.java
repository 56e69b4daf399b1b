package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.SuccessResult;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reporting results, and going on. */
public interface ResultContract extends JobWorkerWorld {

    ExecutionDetails HALF = new ExecutionDetails(Optional.of("half way"), Optional.of("run-42"), Optional.of(50));
    CurrentRevision REVISION = new CurrentRevision(
            "rev-9", "change-8", Optional.of(Instant.parse("2026-02-03T04:05:06.789Z")), Optional.of("résumé 日本"));

    @Test
    default void success_without_a_token_completes_the_action_and_shows_what_was_reported() {
        Partner partner = partner();
        var started = partner.start();
        JobId job = partner.take();

        partner.succeed(job, new SuccessResult(Optional.of(REVISION), Optional.empty(), Optional.of(HALF)));

        ActionExecutionReport report = partner.report(started.actionExecutionId());
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Succeeded);
        assertThat(report.summary().progress().executionDetails()).isEqualTo(HALF);
        assertThat(report.summary().progress().currentRevision()).contains(REVISION);
        assertThat(report.summary().progress().errorDetails()).isEmpty();
        assertThat(partner.statuses(started.actionExecutionId())).containsExactly(JobStatus.Succeeded);
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
    default void failure_ends_the_action_and_tells_why() {
        Partner partner = partner();
        var started = partner.start();
        JobId job = partner.take();

        partner.fail(job);

        ActionExecutionReport report = partner.report(started.actionExecutionId());
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Failed);
        assertThat(report.summary().progress().errorDetails())
                .contains(new ErrorDetails(FAILURE.type().name(), FAILURE.message()));
        assertThat(report.summary().progress().executionDetails().externalExecutionId())
                .isEqualTo(FAILURE.externalExecutionId());
        assertThat(partner.status(job)).isEqualTo(JobStatus.Failed);
        assertThat(partner.poll()).isEmpty();
    }

    @Test
    default void success_with_a_token_goes_on_in_a_new_job_after_the_continuation_delay() {
        Partner partner = partner();
        var started = partner.start();
        JobId first = partner.take();

        partner.succeed(
                first,
                new SuccessResult(Optional.empty(), Optional.of(new ContinuationToken("go-on-1")), Optional.of(HALF)));

        ActionExecutionReport report = partner.report(started.actionExecutionId());
        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.InProgress);
        assertThat(report.summary().progress().executionDetails()).isEqualTo(HALF);
        assertThat(partner.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.Created);

        pass(TIMING.continuationDelay().minus(MOMENT));
        assertThat(partner.poll()).isEmpty();
        pass(MOMENT);
        JobId second = partner.pollOne();

        assertThat(second).isNotEqualTo(first);
        var details = worker().getThirdPartyJobDetails(caller(), second, partner.token());
        assertThat(details.continuationToken()).contains(new ContinuationToken("go-on-1"));
        assertThat(details.actionExecutionId()).isEqualTo(started.actionExecutionId());
        assertThat(details.nonce()).isPresent().isNotEqualTo(partner.nonce(first));
    }

    @Test
    default void a_follow_up_can_go_on_with_the_same_token_and_in_the_end_complete_the_action() {
        Partner partner = partner();
        var started = partner.start();
        for (int round = 0; round < 3; round++) {
            partner.succeed(partner.take(), JobWorkerWorld.goingOn("same"));
            pass(TIMING.continuationDelay());
        }

        partner.succeed(partner.take(), COMPLETE);

        assertThat(partner.report(started.actionExecutionId()).summary().status())
                .isEqualTo(ActionExecutionStatus.Succeeded);
        assertThat(partner.statuses(started.actionExecutionId())).hasSize(4).containsOnly(JobStatus.Succeeded);
    }

    @Test
    default void a_report_that_leaves_something_out_keeps_what_was_shown_before() {
        Partner partner = partner();
        var started = partner.start();
        partner.succeed(
                partner.take(),
                new SuccessResult(Optional.of(REVISION), Optional.of(new ContinuationToken("t")), Optional.of(HALF)));
        pass(TIMING.continuationDelay());

        partner.succeed(
                partner.take(),
                new SuccessResult(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ExecutionDetails(Optional.of("done"), Optional.empty(), Optional.empty()))));

        var progress = partner.report(started.actionExecutionId()).summary().progress();
        assertThat(progress.executionDetails())
                .isEqualTo(new ExecutionDetails(Optional.of("done"), Optional.of("run-42"), Optional.of(50)));
        assertThat(progress.currentRevision()).contains(REVISION);
    }

    @Test
    default void a_result_for_a_job_that_nobody_acknowledged_is_refused() {
        Partner partner = partner();
        JobId job = partner.start().jobId();
        resultsAreRefused(partner, job);
        assertThat(partner.status(job)).isEqualTo(JobStatus.Queued);

        partner.pollOne();
        resultsAreRefused(partner, job);
        assertThat(partner.status(job)).isEqualTo(JobStatus.Dispatched);
    }

    @Test
    default void a_second_result_is_refused_and_the_first_stays() {
        Partner partner = partner();
        var started = partner.start();
        JobId succeeded = partner.take();
        partner.succeed(succeeded, JobWorkerWorld.goingOn("t"));
        resultsAreRefused(partner, succeeded);
        assertThat(partner.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.Created);

        pass(TIMING.continuationDelay());
        JobId failed = partner.take();
        partner.fail(failed);
        resultsAreRefused(partner, failed);
        assertThat(partner.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.Failed);
    }

    @Test
    default void a_wrong_client_token_is_told_before_a_wrong_state_and_changes_nothing() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        resultsAreRefusedForTheToken(job);
        partner.acknowledge(job, partner.nonce(job).orElseThrow());

        resultsAreRefusedForTheToken(job);

        assertThat(partner.status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_result_for_an_unknown_job_is_refused() {
        assertThatThrownBy(() -> worker().putThirdPartyJobSuccessResult(caller(), UNKNOWN_JOB, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> worker().putThirdPartyJobFailureResult(caller(), UNKNOWN_JOB, WRONG_TOKEN, FAILURE))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private void resultsAreRefusedForTheToken(JobId job) {
        assertThatThrownBy(() -> worker().putThirdPartyJobSuccessResult(caller(), job, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> worker().putThirdPartyJobFailureResult(caller(), job, WRONG_TOKEN, FAILURE))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    private static void resultsAreRefused(Partner partner, JobId job) {
        assertThatThrownBy(() -> partner.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> partner.succeed(job, JobWorkerWorld.goingOn("again")))
                .isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> partner.fail(job)).isInstanceOf(Refusal.InvalidJobState.class);
    }
}
