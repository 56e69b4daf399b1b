package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.WalkedJob.MILLISECOND;
import static dev.jobport.contracts.fixtures.WalkedJob.aFollowUp;
import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.fixtures.WalkedJob;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of time, to the millisecond: what is due at an instant has happened at that instant. */
class JobTimeTest {

    @Test
    void a_lease_runs_for_exactly_its_time() {
        Job dispatched = aQueuedJob().dispatched().job();
        Instant lapse = START.plusSeconds(1).plus(TIMING.dispatchLease());

        assertThat(dispatched.nextChangeAt()).contains(lapse);
        assertThat(dispatched.at(lapse.minus(MILLISECOND))).isSameAs(dispatched);
        assertThat(dispatched.at(lapse).status()).isEqualTo(JobStatus.Queued);
    }

    @Test
    void a_job_is_not_offered_again_while_its_lease_runs() {
        WalkedJob dispatched = aQueuedJob().dispatched();
        Instant lapse = dispatched.now().plus(TIMING.dispatchLease());

        assertThatThrownBy(() -> dispatched.job().dispatch(UNKNOWN_NONCE, lapse.minus(MILLISECOND)))
                .isInstanceOf(Refusal.InvalidJobState.class)
                .hasMessage("The job '" + JOB_ID + "' is Dispatched; it must be Queued to be handed out.");
        assertThat(dispatched.job().dispatch(UNKNOWN_NONCE, lapse).nonce()).contains(UNKNOWN_NONCE);
    }

    @Test
    void the_nonce_of_a_lapsed_lease_counts_until_the_job_is_dispatched_again() {
        WalkedJob late = aQueuedJob().dispatched().later(TIMING.dispatchLease().multipliedBy(3));

        assertThat(late.job()
                        .acknowledge(late.nonce(), Optional.empty(), late.now())
                        .status())
                .isEqualTo(JobStatus.InProgress);
        Job again = late.job().dispatch(UNKNOWN_NONCE, late.now());
        assertThatThrownBy(() -> again.acknowledge(late.nonce(), Optional.empty(), late.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
        assertThat(again.acknowledge(UNKNOWN_NONCE, Optional.empty(), late.now())
                        .status())
                .isEqualTo(JobStatus.InProgress);
    }

    @Test
    void the_job_timeout_counts_from_the_acknowledgement() {
        WalkedJob inProgress =
                aQueuedJob().later(Duration.ofMinutes(30)).dispatched().acknowledged();
        Instant timeout = inProgress.now().plus(TIMING.jobTimeout());

        assertThat(inProgress
                        .job()
                        .succeed(COMPLETE, () -> NEXT_JOB_ID, timeout.minus(MILLISECOND))
                        .after()
                        .status())
                .isEqualTo(JobStatus.Succeeded);
        assertThatThrownBy(() -> inProgress.job().fail(FAILURE, timeout))
                .isInstanceOf(Refusal.InvalidJobState.class)
                .hasMessage("Job with id " + JOB_ID + " has already terminated");
        assertThat(inProgress.job().at(timeout).progress().errorDetails())
                .contains(new ErrorDetails("JobTimedOut", "The job timed out after 602 seconds."));
    }

    @Test
    void the_action_deadline_ends_a_job_whose_own_timeout_is_later() {
        WalkedJob late = aQueuedJob()
                .later(TIMING.actionTimeout().minusMinutes(5))
                .dispatched()
                .acknowledged();
        Instant deadline = START.plus(TIMING.actionTimeout());

        assertThat(late.job().nextChangeAt()).contains(deadline);
        assertThat(late.job().at(deadline.minus(MILLISECOND))).isSameAs(late.job());
        Job struck = late.job().at(deadline);
        assertThat(struck.status()).isEqualTo(JobStatus.TimedOut);
        assertThat(struck.progress().errorDetails())
                .contains(new ErrorDetails("ActionTimedOut", "The action timed out after 3603 seconds."));
    }

    @Test
    void the_action_deadline_ends_a_job_that_nobody_polls() {
        Job queued = aQueuedJob().job();

        assertThat(queued.nextChangeAt()).contains(START.plus(TIMING.actionTimeout()));
        assertThatThrownBy(() -> queued.dispatch(UNKNOWN_NONCE, START.plus(TIMING.actionTimeout())))
                .isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    void when_both_are_due_at_once_it_is_the_action_that_timed_out() {
        Timing same = new Timing(Duration.ofSeconds(9), Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ZERO);

        Job job = aQueuedJob(same).dispatched().acknowledged().job().at(START.plusSeconds(10));

        assertThat(job.progress().errorDetails().orElseThrow().code()).isEqualTo(ErrorDetails.ACTION_TIMED_OUT);
    }

    @Test
    void a_follow_up_is_due_after_the_delay() {
        WalkedJob followUp = aFollowUp();
        Instant due = followUp.now().plus(TIMING.continuationDelay());

        assertThat(followUp.job().dueAt()).isEqualTo(due);
        assertThatThrownBy(() -> followUp.job().dispatch(UNKNOWN_NONCE, due.minus(MILLISECOND)))
                .isInstanceOf(Refusal.InvalidJobState.class);
        assertThat(followUp.job().dispatch(UNKNOWN_NONCE, due).status()).isEqualTo(JobStatus.Dispatched);
    }

    @Test
    void a_follow_up_inherits_the_deadline_of_its_action() {
        WalkedJob followUp = aFollowUp();

        assertThat(followUp.job().action().deadline()).isEqualTo(START.plus(TIMING.actionTimeout()));
        assertThat(followUp.timedOut().job().transitions())
                .endsWith(new Transition(JobStatus.TimedOut, START.plus(TIMING.actionTimeout())));
    }

    @Test
    void a_follow_up_whose_delay_outlasts_the_action_never_becomes_pollable() {
        Timing slow = new Timing(
                Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(100), Duration.ofSeconds(300));
        WalkedJob inProgress = aQueuedJob(slow).dispatched().acknowledged();
        Job followUp = inProgress
                .job()
                .succeed(goingOn("t"), () -> NEXT_JOB_ID, inProgress.now())
                .followUp()
                .orElseThrow();

        assertThat(followUp.at(START.plusSeconds(500)).transitions())
                .extracting(Transition::status)
                .containsExactly(JobStatus.Created, JobStatus.TimedOut);
    }

    @Test
    void changes_are_dated_when_they_were_due_not_when_they_were_noticed() {
        Job seenLate = aQueuedJob().dispatched().job().at(START.plus(Duration.ofDays(3)));

        assertThat(seenLate.transitions())
                .containsExactly(
                        new Transition(JobStatus.Created, START),
                        new Transition(JobStatus.Queued, START),
                        new Transition(JobStatus.Dispatched, START.plusSeconds(1)),
                        new Transition(JobStatus.Queued, START.plusSeconds(62)),
                        new Transition(JobStatus.TimedOut, START.plus(TIMING.actionTimeout())));
    }

    @Test
    void a_lease_of_zero_lapses_at_once_and_its_nonce_still_counts() {
        Timing timing = new Timing(Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(1), Duration.ZERO);
        WalkedJob dispatched = aQueuedJob(timing).dispatched();

        assertThat(dispatched.job().status()).isEqualTo(JobStatus.Dispatched);
        assertThat(dispatched.job().at(dispatched.now()).status()).isEqualTo(JobStatus.Queued);
        assertThat(dispatched.acknowledged().job().status()).isEqualTo(JobStatus.InProgress);
    }

    @Test
    void a_job_timeout_of_zero_is_due_right_after_the_acknowledgement() {
        Timing timing = new Timing(Duration.ofMinutes(1), Duration.ZERO, Duration.ofHours(1), Duration.ZERO);
        WalkedJob acknowledged = aQueuedJob(timing).dispatched().acknowledged();

        assertThat(acknowledged.job().status()).isEqualTo(JobStatus.InProgress);
        assertThat(acknowledged.job().at(acknowledged.now()).status()).isEqualTo(JobStatus.TimedOut);
    }

    @Test
    void an_action_timeout_of_zero_times_the_first_job_out_as_it_starts() {
        Timing timing = new Timing(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);

        assertThat(aQueuedJob(timing).job().transitions())
                .containsExactly(new Transition(JobStatus.Created, START), new Transition(JobStatus.TimedOut, START));
    }

    @Test
    void a_continuation_delay_of_zero_makes_the_follow_up_pollable_at_once() {
        Timing timing = new Timing(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ZERO);
        WalkedJob inProgress = aQueuedJob(timing).dispatched().acknowledged();

        Job followUp = inProgress
                .job()
                .succeed(goingOn("t"), () -> NEXT_JOB_ID, inProgress.now())
                .followUp()
                .orElseThrow();

        assertThat(followUp.status()).isEqualTo(JobStatus.Queued);
        assertThat(followUp.transitions())
                .extracting(Transition::status)
                .containsExactly(JobStatus.Created, JobStatus.Queued);
    }
}
