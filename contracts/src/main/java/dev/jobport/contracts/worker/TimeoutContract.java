package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time: what happens to jobs and actions that are not finished in theirs. */
public interface TimeoutContract extends FamilyWorld {

    @Test
    @Clause(
            id = "TIME-1",
            source = Source.OURS,
            where = "decision 8 for the code; that jobs time out is documented: API ActionTypeExecutor, jobTimeout")
    default void a_job_that_is_not_finished_in_time_times_out_and_fails_its_action() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();

        pass(TIMING.jobTimeout());

        assertThatThrownBy(() -> worker.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidJobState.class);
        endsAs(worker, started.actionExecutionId(), ErrorDetails.jobTimedOut(TIMING));
        assertThat(worker.statuses(started.actionExecutionId())).containsExactly(JobStatus.TimedOut);
    }

    @Test
    @Clause(id = "TIME-2", source = Source.OURS, where = "decision 8")
    default void the_job_timeout_counts_from_the_acknowledgement() {
        Worker worker = worker();
        worker.start();
        pass(TIMING.jobTimeout());
        JobId job = worker.take();

        pass(TIMING.jobTimeout().minus(MOMENT));
        worker.succeed(job, COMPLETE);

        worker.stands(job, JobStatus.Succeeded);
    }

    @Test
    @Clause(
            id = "TIME-3",
            source = Source.OURS,
            where = "decision 8 for the code; the time is documented: User Guide, quotas")
    default void an_action_that_nobody_polls_times_out() {
        Worker worker = worker();
        var started = worker.start();

        pass(TIMING.actionTimeout());

        assertThat(worker.poll()).isEmpty();
        endsAs(worker, started.actionExecutionId(), ErrorDetails.actionTimedOut(TIMING));
    }

    @Test
    @Clause(
            id = "TIME-4",
            source = Source.OURS,
            where = "decision 8 for the code; that the time is the action's is documented: User Guide, quotas")
    default void a_follow_up_inherits_the_deadline_of_its_action() {
        Timing timing = new Timing(
                TIMING.dispatchLease(), TIMING.jobTimeout(), Duration.ofSeconds(100), Duration.ofSeconds(99));
        Worker worker = worker(timing);
        var started = worker.start();
        pass(Duration.ofSeconds(50));
        worker.succeed(worker.take(), goingOn("t"));

        pass(Duration.ofSeconds(50));

        assertThat(worker.poll()).isEmpty();
        endsAs(worker, started.actionExecutionId(), ErrorDetails.actionTimedOut(timing));
        assertThat(worker.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.TimedOut);
    }

    @Test
    @Clause(id = "TIME-5", source = Source.OURS, where = "decision 2")
    default void a_lease_that_lapsed_is_dated_when_it_was_due() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.pollOne();

        pass(TIMING.dispatchLease().plusSeconds(7));
        worker.pollOne();

        List<Transition> transitions = pipeline().job(account(), job).transitions();
        assertThat(transitions)
                .extracting(Transition::status)
                .containsExactly(
                        JobStatus.Created,
                        JobStatus.Queued,
                        JobStatus.Dispatched,
                        JobStatus.Queued,
                        JobStatus.Dispatched);
        Instant dispatched = transitions.get(2).at();
        assertThat(transitions.get(3).at()).isEqualTo(dispatched.plus(TIMING.dispatchLease()));
        assertThat(transitions.get(4).at())
                .isAfterOrEqualTo(dispatched.plus(TIMING.dispatchLease()).plusSeconds(7));
        assertThat(worker.statuses(started.actionExecutionId())).containsExactly(JobStatus.Dispatched);
    }

    private static void endsAs(Worker worker, ActionExecutionId action, ErrorDetails error) {
        var summary = worker.report(action).summary();
        assertThat(summary.status()).isEqualTo(ActionExecutionStatus.Failed);
        assertThat(summary.progress().errorDetails()).contains(error);
    }
}
