package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import org.junit.jupiter.api.Test;

/** Acknowledging: a nonce is good for one acknowledgement of one dispatch. */
public interface AcknowledgeContract extends FamilyWorld {

    @Test
    default void the_current_nonce_takes_the_job() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();

        assertThat(worker.acknowledge(job, worker.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
        assertThat(worker.status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void an_acknowledged_job_is_not_offered_again() {
        Worker worker = worker();
        worker.startAndTake();

        pass(TIMING.dispatchLease());

        assertThat(worker.poll()).isEmpty();
    }

    @Test
    default void a_second_acknowledgement_with_the_same_nonce_is_refused() {
        Worker worker = worker();
        JobId job = worker.startAndTake();

        refusedAsInvalidNonce(worker, job, worker.nonce(job).orElseThrow());
        assertThat(worker.status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_wrong_nonce_is_refused_and_the_right_one_still_counts() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();

        refusedAsInvalidNonce(worker, job, NO_NONCE_OF_ANY_JOB);
        assertThat(worker.acknowledge(job, worker.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_job_that_was_never_offered_cannot_be_acknowledged() {
        Worker worker = worker();
        JobId job = worker.start().jobId();

        refusedAsInvalidNonce(worker, job, NO_NONCE_OF_ANY_JOB);
        assertThat(worker.status(job)).isEqualTo(JobStatus.Queued);
    }

    @Test
    default void the_nonce_of_a_lapsed_lease_counts_until_the_job_is_offered_again() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();

        pass(TIMING.dispatchLease().multipliedBy(2));

        assertThat(worker.acknowledge(job, nonce)).isEqualTo(JobStatus.InProgress);
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    default void the_nonce_of_a_lapsed_lease_is_dead_once_the_job_is_offered_again() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce stale = worker.nonce(job).orElseThrow();
        pass(TIMING.dispatchLease());
        worker.pollOne();

        refusedAsInvalidNonce(worker, job, stale);
        assertThat(worker.acknowledge(job, worker.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_finished_job_answers_invalid_nonce_and_never_invalid_job_state() {
        Worker worker = worker();
        JobId job = worker.startAndTake();
        worker.succeed(job, COMPLETE);

        refusedAsInvalidNonce(worker, job, worker.nonce(job).orElseThrow());
        assertThat(worker.status(job)).isEqualTo(JobStatus.Succeeded);
    }

    @Test
    default void an_unknown_job_cannot_be_acknowledged() {
        assertThatThrownBy(() -> worker().acknowledge(UNKNOWN_JOB, NO_NONCE_OF_ANY_JOB))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private static void refusedAsInvalidNonce(Worker worker, JobId job, Nonce nonce) {
        assertThatThrownBy(() -> worker.acknowledge(job, nonce)).isInstanceOf(Refusal.InvalidNonce.class);
    }
}
