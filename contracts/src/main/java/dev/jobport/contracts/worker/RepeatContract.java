package dev.jobport.contracts.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Repeats: an SDK that lost an answer sends the same request again. The same invocation is answered as the first time,
 * and changes nothing; another one that asks the same is refused as ever.
 */
public interface RepeatContract extends JobWorkerWorld {

    @Test
    default void a_repeated_acknowledgement_is_answered_as_the_first_time() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce nonce = partner.nonce(job).orElseThrow();
        Caller invocation = invocation();
        worker().acknowledgeThirdPartyJob(invocation, job, nonce, partner.token());
        var before = pipeline().job(job);

        assertThat(worker().acknowledgeThirdPartyJob(invocation, job, nonce, partner.token()))
                .isEqualTo(JobStatus.InProgress);
        assertThat(pipeline().job(job)).isEqualTo(before);
    }

    @Test
    default void an_acknowledgement_of_another_invocation_is_a_second_one() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce nonce = partner.nonce(job).orElseThrow();
        worker().acknowledgeThirdPartyJob(invocation(), job, nonce, partner.token());

        assertThatThrownBy(() -> worker().acknowledgeThirdPartyJob(invocation(), job, nonce, partner.token()))
                .isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    default void a_refused_acknowledgement_is_refused_again_when_it_is_repeated() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Caller invocation = invocation();

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() ->
                            worker().acknowledgeThirdPartyJob(invocation, job, NO_NONCE_OF_ANY_JOB, partner.token()))
                    .isInstanceOf(Refusal.InvalidNonce.class);
        }
    }

    @Test
    default void a_repeated_acknowledgement_counts_also_when_the_job_has_ended_since() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.pollOne();
        Nonce nonce = partner.nonce(job).orElseThrow();
        Caller invocation = invocation();
        worker().acknowledgeThirdPartyJob(invocation, job, nonce, partner.token());
        pass(TIMING.jobTimeout());

        assertThat(worker().acknowledgeThirdPartyJob(invocation, job, nonce, partner.token()))
                .isEqualTo(JobStatus.InProgress);
        assertThat(partner.status(job)).isEqualTo(JobStatus.TimedOut);
    }

    @Test
    default void a_repeated_success_makes_no_second_follow_up() {
        Partner partner = partner();
        var started = partner.start();
        JobId job = partner.take();
        Caller invocation = invocation();
        worker().putThirdPartyJobSuccessResult(invocation, job, partner.token(), JobWorkerWorld.goingOn("t"));
        var before = partner.report(started.actionExecutionId());

        worker().putThirdPartyJobSuccessResult(invocation, job, partner.token(), JobWorkerWorld.goingOn("t"));

        assertThat(partner.report(started.actionExecutionId())).isEqualTo(before);
    }

    @Test
    default void a_repeated_failure_is_answered_as_the_first_time() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.take();
        Caller invocation = invocation();
        worker().putThirdPartyJobFailureResult(invocation, job, partner.token(), FAILURE);

        assertThatCode(() -> worker().putThirdPartyJobFailureResult(invocation, job, partner.token(), FAILURE))
                .doesNotThrowAnyException();
        assertThat(partner.status(job)).isEqualTo(JobStatus.Failed);
    }

    @Test
    default void a_result_of_another_invocation_is_a_second_one() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.take();
        worker().putThirdPartyJobSuccessResult(invocation(), job, partner.token(), COMPLETE);

        assertThatThrownBy(() -> worker().putThirdPartyJobSuccessResult(invocation(), job, partner.token(), COMPLETE))
                .isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> worker().putThirdPartyJobFailureResult(invocation(), job, partner.token(), FAILURE))
                .isInstanceOf(Refusal.InvalidJobState.class);
    }

    @Test
    default void a_repeat_with_a_wrong_client_token_is_refused_for_the_token() {
        Partner partner = partner();
        partner.start();
        JobId job = partner.take();
        Caller invocation = invocation();
        worker().putThirdPartyJobSuccessResult(invocation, job, partner.token(), COMPLETE);

        assertThatThrownBy(() -> worker().putThirdPartyJobSuccessResult(invocation, job, WRONG_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.InvalidClientToken.class);
    }

    private Caller invocation() {
        byte[] content = {};
        return caller().in(Optional.of(Invocation.of(UUID.randomUUID().toString(), "AnOperation", content)));
    }
}
