package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import org.junit.jupiter.api.Test;

/** Acknowledging: a nonce is good for one acknowledgement of one dispatch. */
public interface AcknowledgeContract extends FamilyWorld {

    @Test
    @Clause(id = "ACK-1", source = Source.DOC, where = "API AcknowledgeJob")
    default void the_current_nonce_takes_the_job() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();

        assertThat(worker.acknowledge(job, worker.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
        worker.stands(job, JobStatus.InProgress);
    }

    @Test
    @Clause(
            id = "ACK-2",
            source = Source.DOC,
            where = "User Guide, custom actions: an acknowledged job is the worker's")
    default void an_acknowledged_job_is_not_offered_again() {
        Worker worker = worker();
        worker.startAndTake();

        pass(TIMING.dispatchLease());

        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(id = "ACK-3", source = Source.DOC, where = "API AcknowledgeJob, InvalidNonceException")
    default void a_second_acknowledgement_with_the_same_nonce_is_refused() {
        Worker worker = worker();
        JobId job = worker.startAndTake();

        refusedAsInvalidNonce(worker, job, worker.nonce(job).orElseThrow());
        worker.stands(job, JobStatus.InProgress);
    }

    @Test
    @Clause(id = "ACK-4", source = Source.DOC, where = "API AcknowledgeJob, InvalidNonceException")
    default void a_wrong_nonce_is_refused_and_the_right_one_still_counts() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();

        refusedAsInvalidNonce(worker, job, UNKNOWN_NONCE);
        assertThat(worker.acknowledge(job, worker.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
    }

    @Test
    @Clause(id = "ACK-5", source = Source.DOC, where = "API AcknowledgeJob, InvalidNonceException")
    default void a_job_that_was_never_offered_cannot_be_acknowledged() {
        Worker worker = worker();
        JobId job = worker.start().jobId();

        refusedAsInvalidNonce(worker, job, UNKNOWN_NONCE);
        worker.stands(job, JobStatus.Queued);
    }

    @Test
    @Clause(id = "ACK-6", source = Source.OURS, where = "decision 8")
    default void the_nonce_of_a_lapsed_lease_counts_until_the_job_is_offered_again() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();

        pass(TIMING.dispatchLease().multipliedBy(2));

        assertThat(worker.acknowledge(job, nonce)).isEqualTo(JobStatus.InProgress);
        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(id = "ACK-7", source = Source.OURS, where = "decision 8")
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
    @Clause(
            id = "ACK-8",
            source = Source.MODEL,
            where = "errors of AcknowledgeJob: there is no InvalidJobStateException")
    default void a_finished_job_answers_invalid_nonce_and_never_invalid_job_state() {
        Worker worker = worker();
        JobId job = worker.startAndTake();
        worker.succeed(job, COMPLETE);

        refusedAsInvalidNonce(worker, job, worker.nonce(job).orElseThrow());
        worker.stands(job, JobStatus.Succeeded);
    }

    @Test
    @Clause(id = "ACK-9", source = Source.DOC, where = "API AcknowledgeJob, JobNotFoundException")
    default void an_unknown_job_cannot_be_acknowledged() {
        assertThatThrownBy(() -> worker().acknowledge(UNKNOWN_JOB, UNKNOWN_NONCE))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private static void refusedAsInvalidNonce(Worker worker, JobId job, Nonce nonce) {
        assertThatThrownBy(() -> worker.acknowledge(job, nonce)).isInstanceOf(Refusal.InvalidNonce.class);
    }
}
