package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.Samples.ACTION_ID;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.REVISION;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.WalkedJob.aFollowUp;
import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.fixtures.WalkedJob;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.actiontype.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a job promises beside its life cycle and its times. */
class JobTest {

    private static SuccessResult reporting(String token, ExecutionDetails details) {
        return new SuccessResult(Optional.empty(), Optional.of(new ContinuationToken(token)), Optional.of(details));
    }

    @Test
    void a_job_that_was_handed_out_again_meanwhile_is_not_given_back() {
        WalkedJob before = aQueuedJob().dispatched();
        WalkedJob after = before.later(TIMING.dispatchLease()).dispatched();

        assertThat(after.job().giveBack(before.nonce(), after.now())).isSameAs(after.job());
    }

    @Test
    void every_dispatch_has_its_own_nonce_and_a_nonce_counts_once() {
        WalkedJob first = aQueuedJob().dispatched();
        WalkedJob second = first.later(TIMING.dispatchLease()).dispatched();

        assertThat(second.nonce()).isNotEqualTo(first.nonce());
        assertThatThrownBy(() -> second.job().acknowledge(first.nonce(), Optional.empty(), second.now()))
                .isInstanceOf(Refusal.InvalidNonce.class);
        WalkedJob acknowledged = second.acknowledged();
        assertThatThrownBy(acknowledged::acknowledged).isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    void success_with_a_token_completes_the_job_and_brings_a_new_one_for_the_same_action() {
        WalkedJob inProgress = aQueuedJob().dispatched().acknowledged();

        Change outcome = inProgress.job().succeed(goingOn("token-1"), () -> NEXT_JOB_ID, inProgress.now());

        assertThat(outcome.after().status()).isEqualTo(JobStatus.Succeeded);
        Job followUp = outcome.followUp().orElseThrow();
        assertThat(followUp.id()).isEqualTo(NEXT_JOB_ID);
        assertThat(followUp.action()).isEqualTo(inProgress.job().action());
        assertThat(followUp.number()).isEqualTo(2);
        assertThat(followUp.continuationToken()).contains(new ContinuationToken("token-1"));
        assertThat(followUp.nonce()).isEmpty();
        assertThat(followUp.actionStatus()).isEqualTo(ActionExecutionStatus.InProgress);
    }

    @Test
    void success_without_a_token_completes_the_action() {
        WalkedJob inProgress = aQueuedJob().dispatched().acknowledged();

        Change outcome = inProgress.job().succeed(COMPLETE, () -> NEXT_JOB_ID, inProgress.now());

        assertThat(outcome.followUp()).isEmpty();
        assertThat(outcome.after().actionStatus()).isEqualTo(ActionExecutionStatus.Succeeded);
        assertThat(outcome.after().progress().errorDetails()).isEmpty();
    }

    @Test
    void reports_add_up_over_the_jobs_of_an_action() {
        ExecutionDetails details =
                new ExecutionDetails(Optional.of("compiling"), Optional.of("run-5"), Optional.of(40));
        ExecutionDetails later = new ExecutionDetails(Optional.empty(), Optional.empty(), Optional.of(90));
        WalkedJob first = aQueuedJob().dispatched().acknowledged();
        SuccessResult result =
                new SuccessResult(Optional.of(REVISION), Optional.of(new ContinuationToken("t")), Optional.of(details));
        Job second = first.job()
                .succeed(result, () -> NEXT_JOB_ID, first.now())
                .followUp()
                .orElseThrow();
        assertThat(second.progress().executionDetails()).isEqualTo(details);

        WalkedJob working = new WalkedJob(second, second.dueAt()).dispatched().acknowledged();
        Job succeeded = working.job()
                .succeed(reporting("t", later), () -> NEXT_JOB_ID, working.now())
                .after();

        assertThat(succeeded.progress().executionDetails())
                .isEqualTo(new ExecutionDetails(Optional.of("compiling"), Optional.of("run-5"), Optional.of(90)));
        assertThat(succeeded.progress().currentRevision()).contains(REVISION);
    }

    @Test
    void failure_fails_the_action_and_tells_why() {
        Job failed = aQueuedJob().dispatched().acknowledged().failed().job();

        assertThat(failed.actionStatus()).isEqualTo(ActionExecutionStatus.Failed);
        assertThat(failed.progress().errorDetails())
                .contains(new ErrorDetails("RevisionUnavailable", FAILURE.message()));
        assertThat(failed.progress().executionDetails().externalExecutionId()).contains("external-failed");
    }

    @Test
    void a_job_offered_again_and_again_remembers_its_first_and_its_latest_transitions() {
        WalkedJob offered = aQueuedJob();
        while (offered.job().transitions().size() < JobState.REMEMBERED_TRANSITIONS) {
            offered = offered.dispatched().later(TIMING.dispatchLease());
        }
        Job before = offered.job();

        Job after = offered.dispatched().job();

        assertThat(after.transitions()).hasSize(JobState.REMEMBERED_TRANSITIONS);
        assertThat(after.transitions().get(0)).isEqualTo(new Transition(JobStatus.Created, START));
        assertThat(after.transitions().subList(1, 98))
                .isEqualTo(before.transitions().subList(3, 100));
        assertThat(Change.of(before, after).news())
                .isEqualTo(after.transitions().subList(98, 100));
    }

    @Test
    void a_change_tells_the_transitions_that_it_made() {
        Job queued = aQueuedJob().job();
        Job dispatched = queued.dispatch(UNKNOWN_NONCE, START);
        Job lapsed = dispatched.at(START.plus(TIMING.dispatchLease()));

        assertThat(Change.of(queued, dispatched).news()).containsExactly(new Transition(JobStatus.Dispatched, START));
        assertThat(Change.of(queued, lapsed).news())
                .extracting(Transition::status)
                .containsExactly(JobStatus.Dispatched, JobStatus.Queued);
        assertThat(Change.none(queued).news()).isEmpty();
    }

    @Test
    void a_change_tells_transitions_apart_that_are_equal() {
        Timing instant = new Timing(Duration.ZERO, TIMING.jobTimeout(), TIMING.actionTimeout(), Duration.ZERO);
        Job queued = aQueuedJob(instant).job();
        Job again = queued.dispatch(UNKNOWN_NONCE, START).at(START);

        assertThat(again.transitions().get(3)).isEqualTo(queued.transitions().get(1));
        assertThat(Change.of(queued, again).news())
                .extracting(Transition::status)
                .containsExactly(JobStatus.Dispatched, JobStatus.Queued);
    }

    @Test
    void a_change_is_none_only_if_the_job_stays_and_nothing_follows() {
        Job job = aQueuedJob().job();

        assertThat(Change.none(job).isNone()).isTrue();
        assertThat(Change.of(job, job.stop(START)).isNone()).isFalse();
        assertThat(new Change(job, job, Optional.of(aFollowUp().job())).isNone())
                .isFalse();
    }

    @Test
    void a_restored_job_is_equal_to_the_one_that_was_stored() {
        Job job = aFollowUp().job();

        Job restored =
                Job.restore(job.id(), job.action(), job.number(), job.continuationToken(), job.dueAt(), job.state());

        assertThat(restored).isEqualTo(job).hasSameHashCodeAs(job);
    }

    @Test
    void jobs_that_differ_in_any_part_are_not_equal() {
        Job job = aFollowUp().job();
        JobState state = aQueuedJob().job().state();
        var none = Optional.<ContinuationToken>empty();

        assertThat(List.of(
                        Job.restore(new JobId("x"), job.action(), 2, job.continuationToken(), job.dueAt(), job.state()),
                        Job.restore(
                                job.id(),
                                aQueuedJob(new Timing(
                                                TIMING.dispatchLease(),
                                                TIMING.dispatchLease(),
                                                TIMING.dispatchLease(),
                                                TIMING.dispatchLease()))
                                        .job()
                                        .action(),
                                2,
                                job.continuationToken(),
                                job.dueAt(),
                                job.state()),
                        Job.restore(job.id(), job.action(), 3, job.continuationToken(), job.dueAt(), job.state()),
                        Job.restore(job.id(), job.action(), 2, none, job.dueAt(), job.state()),
                        Job.restore(job.id(), job.action(), 2, job.continuationToken(), START, job.state()),
                        Job.restore(job.id(), job.action(), 2, job.continuationToken(), job.dueAt(), state)))
                .doesNotContain(job);
        assertThat(job).isNotEqualTo("a job");
    }

    @Test
    void a_job_shows_who_it_is_and_none_of_its_secrets() {
        assertThat(aQueuedJob().dispatched().job())
                .hasToString("Job[" + JOB_ID + " Dispatched, 1 of action " + ACTION_ID + "]");
    }
}
