package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Stopping an action, and what its job workers see of that. */
public interface StopContract extends FamilyWorld {

    private ActionExecutionReport stop(ActionExecutionId action) {
        return pipeline().stopActionExecution(account(), action);
    }

    @Test
    @Clause(id = "STOP-1", source = Source.OURS, where = "decision 31; the action's status is documented")
    default void a_stopped_action_is_abandoned_and_so_is_its_job() {
        Worker worker = worker();
        var started = worker.start();

        ActionExecutionReport report = stop(started.actionExecutionId());

        assertThat(report.summary().status()).isEqualTo(ActionExecutionStatus.Abandoned);
        assertThat(report).isEqualTo(worker.report(started.actionExecutionId()));
        assertThat(worker.statuses(started.actionExecutionId())).containsExactly(JobStatus.Abandoned);
        worker.stands(started.jobId(), JobStatus.Abandoned);
    }

    @Test
    @Clause(id = "STOP-2", source = Source.OURS, where = "decision 31")
    default void a_job_of_a_stopped_action_is_not_offered_any_more() {
        Worker worker = worker();
        stop(worker.start().actionExecutionId());
        var dispatched = worker.start();
        worker.pollOne();
        stop(dispatched.actionExecutionId());

        assertThat(worker.poll()).isEmpty();
        pass(TIMING.dispatchLease());
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(id = "STOP-3", source = Source.OURS, where = "decision 31")
    default void a_follow_up_of_a_stopped_action_is_not_offered() {
        Worker worker = worker();
        var started = worker.start();
        worker.succeed(worker.take(), goingOn("t"));
        stop(started.actionExecutionId());

        pass(TIMING.continuationDelay());

        assertThat(worker.poll()).isEmpty();
        assertThat(worker.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.Abandoned);
    }

    @Test
    @Clause(id = "STOP-4", source = Source.OURS, where = "decision 31")
    default void a_job_that_was_handed_out_cannot_be_acknowledged_when_its_action_is_stopped() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.pollOne();
        Nonce nonce = worker.nonce(job).orElseThrow();
        started.stop();

        assertThatThrownBy(() -> worker.acknowledge(job, nonce)).isInstanceOf(Refusal.InvalidNonce.class);
        assertThatThrownBy(() -> worker.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> worker.fail(job)).isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    @Clause(
            id = "STOP-5",
            source = Source.OURS,
            where = "decision 31; recorded, but for a second result of the other kind")
    default void a_result_of_an_acknowledged_job_is_taken_and_changes_nothing_of_a_stopped_action() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();
        ActionExecutionReport stopped = stop(started.actionExecutionId());

        for (int time = 1; time <= 2; time++) {
            assertThatCode(() -> worker.succeed(job, COMPLETE)).doesNotThrowAnyException();
            assertThatCode(() -> worker.fail(job)).doesNotThrowAnyException();
        }

        assertThat(worker.report(started.actionExecutionId())).isEqualTo(stopped);
    }

    @Test
    @Clause(id = "STOP-6", source = Source.OURS, where = "decision 31")
    default void a_continuation_token_makes_no_follow_up_of_a_stopped_action() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();
        ActionExecutionReport stopped = stop(started.actionExecutionId());

        worker.succeed(job, goingOn("t"));
        pass(TIMING.continuationDelay());

        assertThat(worker.poll()).isEmpty();
        assertThat(worker.report(started.actionExecutionId())).isEqualTo(stopped);
    }

    @Test
    @Clause(id = "STOP-7", source = Source.OURS, where = "decision 31")
    default void details_of_a_job_of_a_stopped_action_are_told_without_credentials() {
        Worker worker = worker();
        var started = worker.start(FULL_INPUT);
        JobId job = worker.take();
        stop(started.actionExecutionId());

        assertThat(worker.data(job).input()).isNotNull();
        assertThat(worker.data(job).artifactCredentials()).isEmpty();
    }

    @Test
    @Clause(id = "STOP-8", source = Source.OURS, where = "decision 31")
    default void no_time_ends_a_stopped_action_otherwise() {
        Worker worker = worker();
        var started = worker.start();
        worker.take();
        ActionExecutionReport stopped = stop(started.actionExecutionId());

        pass(TIMING.actionTimeout());

        assertThat(worker.report(started.actionExecutionId())).isEqualTo(stopped);
    }

    @Test
    @Clause(id = "STOP-9", source = Source.OURS, where = "decision 31")
    default void an_action_may_be_stopped_again() {
        Worker worker = worker();
        var started = worker.start();
        ActionExecutionReport stopped = stop(started.actionExecutionId());

        assertThat(stop(started.actionExecutionId())).isEqualTo(stopped);
    }

    @Test
    @Clause(id = "STOP-10", source = Source.OURS, where = "decision 31")
    default void an_action_that_has_ended_cannot_be_stopped() {
        Worker worker = worker();
        var succeeded = worker.start();
        worker.succeed(worker.take(), COMPLETE);
        var failed = worker.start();
        worker.fail(worker.take());

        assertThatThrownBy(() -> stop(succeeded.actionExecutionId())).isInstanceOf(Refusal.ActionExecutionEnded.class);
        assertThatThrownBy(() -> stop(failed.actionExecutionId())).isInstanceOf(Refusal.ActionExecutionEnded.class);
        assertThat(worker.report(succeeded.actionExecutionId()).summary().status())
                .isEqualTo(ActionExecutionStatus.Succeeded);
    }

    @Test
    @Clause(id = "STOP-11", source = Source.OURS, where = "decision 26")
    default void an_action_of_another_account_cannot_be_stopped() {
        Worker worker = worker();
        var started = worker.start();

        foreigners()
                .forEach(foreigner -> assertThatThrownBy(
                                () -> pipeline().stopActionExecution(foreigner.account(), started.actionExecutionId()))
                        .isInstanceOf(Refusal.ActionExecutionNotFound.class));
        assertThat(worker.statuses(started.actionExecutionId())).containsExactly(JobStatus.Queued);
    }

    @Test
    @Clause(id = "STOP-12", source = Source.OURS, where = "decision 31")
    default void whoever_waits_for_an_action_is_told_when_it_is_stopped() throws Exception {
        Worker worker = worker();
        var started = worker.start();
        CompletableFuture<ActionExecutionReport> waiting = pipeline()
                .awaitActionExecution(account(), started.actionExecutionId(), Duration.ofSeconds(30))
                .toCompletableFuture();

        ActionExecutionReport stopped = stop(started.actionExecutionId());

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(stopped);
    }
}
