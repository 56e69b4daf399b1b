package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import org.junit.jupiter.api.Test;

/** Acknowledging: a nonce is good for one acknowledgement of one dispatch. */
public interface AcknowledgeContract extends JobWorkerWorld {

    @Test
    default void the_current_nonce_takes_the_job() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();

        assertThat(partner.acknowledge(job, partner.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
        assertThat(partner.status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void an_acknowledged_job_is_not_offered_again() {
        Partner partner = partner();
        partner.start();
        partner.take();

        pass(TIMING.dispatchLease());

        assertThat(partner.poll()).isEmpty();
    }

    @Test
    default void a_second_acknowledgement_with_the_same_nonce_is_refused() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.take();

        refusedAsInvalidNonce(partner, job, partner.nonce(job).orElseThrow());
        assertThat(partner.status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_wrong_nonce_is_refused_and_the_right_one_still_counts() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();

        refusedAsInvalidNonce(partner, job, NO_NONCE_OF_ANY_JOB);
        assertThat(partner.acknowledge(job, partner.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_job_that_was_never_offered_cannot_be_acknowledged() {
        Partner partner = partner();
        JobId job = partner.start().jobId();

        refusedAsInvalidNonce(partner, job, NO_NONCE_OF_ANY_JOB);
        assertThat(partner.status(job)).isEqualTo(JobStatus.Queued);
    }

    @Test
    default void the_nonce_of_a_lapsed_lease_counts_until_the_job_is_offered_again() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce nonce = partner.nonce(job).orElseThrow();

        pass(TIMING.dispatchLease().multipliedBy(2));

        assertThat(partner.acknowledge(job, nonce)).isEqualTo(JobStatus.InProgress);
        assertThat(partner.poll()).isEmpty();
    }

    @Test
    default void the_nonce_of_a_lapsed_lease_is_dead_once_the_job_is_offered_again() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce stale = partner.nonce(job).orElseThrow();
        pass(TIMING.dispatchLease());
        partner.pollOne();

        refusedAsInvalidNonce(partner, job, stale);
        assertThat(partner.acknowledge(job, partner.nonce(job).orElseThrow())).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_finished_job_answers_invalid_nonce_and_never_invalid_job_state() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.take();
        partner.succeed(job, COMPLETE);

        refusedAsInvalidNonce(partner, job, partner.nonce(job).orElseThrow());
        assertThat(partner.status(job)).isEqualTo(JobStatus.Succeeded);
    }

    @Test
    default void a_wrong_client_token_is_told_before_a_wrong_nonce_and_changes_nothing() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce nonce = partner.nonce(job).orElseThrow();

        assertThatThrownBy(() -> worker().acknowledgeThirdPartyJob(caller(), job, NO_NONCE_OF_ANY_JOB, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThatThrownBy(() -> worker().acknowledgeThirdPartyJob(caller(), job, nonce, WRONG_TOKEN))
                .isInstanceOf(Refusal.InvalidClientToken.class);
        assertThat(partner.status(job)).isEqualTo(JobStatus.Dispatched);
    }

    @Test
    default void an_unknown_job_cannot_be_acknowledged() {
        assertThatThrownBy(() ->
                        worker().acknowledgeThirdPartyJob(caller(), UNKNOWN_JOB, NO_NONCE_OF_ANY_JOB, WRONG_TOKEN))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private static void refusedAsInvalidNonce(Partner partner, JobId job, Nonce nonce) {
        assertThatThrownBy(() -> partner.acknowledge(job, nonce)).isInstanceOf(Refusal.InvalidNonce.class);
    }
}
