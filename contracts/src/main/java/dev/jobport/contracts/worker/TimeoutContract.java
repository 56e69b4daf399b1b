package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time: what happens to jobs and actions that are not finished in theirs. */
public interface TimeoutContract extends JobWorkerWorld {

    @Test
    default void a_job_that_is_not_finished_in_time_times_out_and_fails_its_action() {
        Partner partner = partner();
        var started = partner.start();
        JobId job = partner.take();

        pass(TIMING.jobTimeout());

        assertThatThrownBy(() -> partner.succeed(job, COMPLETE)).isInstanceOf(Refusal.InvalidJobState.class);
        endsAs(partner, started.actionExecutionId(), ErrorDetails.jobTimedOut(TIMING));
        assertThat(partner.statuses(started.actionExecutionId())).containsExactly(JobStatus.TimedOut);
    }

    @Test
    default void the_job_timeout_counts_from_the_acknowledgement() {
        Partner partner = partner();
        partner.start();
        pass(TIMING.jobTimeout());
        JobId job = partner.take();

        pass(TIMING.jobTimeout().minus(MOMENT));
        partner.succeed(job, COMPLETE);

        assertThat(partner.status(job)).isEqualTo(JobStatus.Succeeded);
    }

    @Test
    default void an_action_that_nobody_polls_times_out() {
        Partner partner = partner();
        var started = partner.start();

        pass(TIMING.actionTimeout());

        assertThat(partner.poll()).isEmpty();
        endsAs(partner, started.actionExecutionId(), ErrorDetails.actionTimedOut(TIMING));
    }

    @Test
    default void a_follow_up_inherits_the_deadline_of_its_action() {
        Timing timing = new Timing(
                TIMING.dispatchLease(), TIMING.jobTimeout(), Duration.ofSeconds(100), Duration.ofSeconds(99));
        Partner partner = partner(timing);
        var started = partner.start();
        pass(Duration.ofSeconds(50));
        partner.succeed(partner.take(), JobWorkerWorld.goingOn("t"));

        pass(Duration.ofSeconds(50));

        assertThat(partner.poll()).isEmpty();
        endsAs(partner, started.actionExecutionId(), ErrorDetails.actionTimedOut(timing));
        assertThat(partner.statuses(started.actionExecutionId()))
                .containsExactly(JobStatus.Succeeded, JobStatus.TimedOut);
    }

    @Test
    default void a_lease_that_lapsed_is_dated_when_it_was_due() {
        Partner partner = partner();
        var started = partner.start();
        JobId job = partner.pollOne();

        pass(TIMING.dispatchLease().plusSeconds(7));
        partner.pollOne();

        List<Transition> transitions = pipeline().job(job).transitions();
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
                .isEqualTo(dispatched.plus(TIMING.dispatchLease()).plusSeconds(7));
        assertThat(partner.statuses(started.actionExecutionId())).containsExactly(JobStatus.Dispatched);
    }

    private static void endsAs(Partner partner, ActionExecutionId action, ErrorDetails error) {
        var summary = partner.report(action).summary();
        assertThat(summary.status()).isEqualTo(ActionExecutionStatus.Failed);
        assertThat(summary.progress().errorDetails()).contains(error);
    }
}
