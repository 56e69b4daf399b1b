package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Access: nobody sees or changes a job of an action type that they may not touch, whatever else they know of it. */
public interface AccessContract extends JobWorkerWorld {

    @Test
    default void a_stranger_cannot_poll_an_action_type_that_is_not_theirs() {
        Partner partner = partner();
        JobId job = partner.start().jobId();

        assertThatThrownBy(() -> worker().pollForThirdPartyJobs(stranger(), partner.actionType(), 1))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThat(partner.pollOne()).isEqualTo(job);
    }

    @Test
    default void a_stranger_can_poll_their_own_action_type() {
        operator().putActionType(new ActionType(STRANGERS_TYPE, TIMING));

        assertThat(worker().pollForThirdPartyJobs(stranger(), STRANGERS_TYPE, 1))
                .isEmpty();
    }

    @Test
    default void a_stranger_who_knows_id_nonce_and_token_of_a_job_gets_nowhere_and_changes_nothing() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce nonce = partner.nonce(job).orElseThrow();
        allAreDenied(job, nonce, partner.token());
        assertThat(partner.status(job)).isEqualTo(JobStatus.Dispatched);

        partner.acknowledge(job, nonce);
        allAreDenied(job, nonce, partner.token());
        assertThat(partner.status(job)).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void a_stranger_is_told_so_before_the_token_is_looked_at_and_after_the_job() {
        JobId job = partner().start().jobId();

        allAreDenied(job, NO_NONCE_OF_ANY_JOB, WRONG_TOKEN);
        assertThatThrownBy(() -> worker().getThirdPartyJobDetails(stranger(), UNKNOWN_JOB, WRONG_TOKEN))
                .isInstanceOf(Refusal.JobNotFound.class);
    }

    private void allAreDenied(JobId job, Nonce nonce, ClientToken token) {
        Stream.<ThrowingCallable>of(
                        () -> worker().getThirdPartyJobDetails(stranger(), job, token),
                        () -> worker().acknowledgeThirdPartyJob(stranger(), job, nonce, token),
                        () -> worker().putThirdPartyJobSuccessResult(stranger(), job, token, COMPLETE),
                        () -> worker().putThirdPartyJobFailureResult(stranger(), job, token, FAILURE))
                .forEach(command -> assertThatThrownBy(command).isInstanceOf(Refusal.AccessDenied.class));
    }
}
