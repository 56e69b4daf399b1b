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
public interface RepeatContract extends FamilyWorld {

    @Test
    default void a_repeated_acknowledgement_is_answered_as_the_first_time() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        Caller invocation = invocation();
        worker.acknowledge(invocation, job, nonce);
        var before = pipeline().job(account(), job);

        assertThat(worker.acknowledge(invocation, job, nonce)).isEqualTo(JobStatus.InProgress);
        assertThat(pipeline().job(account(), job)).isEqualTo(before);
    }

    @Test
    default void an_acknowledgement_of_another_invocation_is_a_second_one() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        worker.acknowledge(invocation(), job, nonce);

        assertThatThrownBy(() -> worker.acknowledge(invocation(), job, nonce)).isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    default void a_refused_acknowledgement_is_refused_again_when_it_is_repeated() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Caller invocation = invocation();

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> worker.acknowledge(invocation, job, NO_NONCE_OF_ANY_JOB))
                    .isInstanceOf(Refusal.InvalidNonce.class);
        }
    }

    @Test
    default void a_repeated_acknowledgement_counts_also_when_the_job_has_ended_since() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        Caller invocation = invocation();
        worker.acknowledge(invocation, job, nonce);
        pass(TIMING.jobTimeout());

        assertThat(worker.acknowledge(invocation, job, nonce)).isEqualTo(JobStatus.InProgress);
        assertThat(worker.status(job)).isEqualTo(JobStatus.TimedOut);
    }

    @Test
    default void a_repeated_success_makes_no_second_follow_up() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();
        Caller invocation = invocation();
        worker.succeed(invocation, job, JobWorkerWorld.goingOn("t"));
        var before = worker.report(started.actionExecutionId());

        worker.succeed(invocation, job, JobWorkerWorld.goingOn("t"));

        assertThat(worker.report(started.actionExecutionId())).isEqualTo(before);
    }

    @Test
    default void a_repeated_failure_is_answered_as_the_first_time() {
        Worker worker = worker();
        JobId job = worker.startAndTake();
        Caller invocation = invocation();
        worker.fail(invocation, job);

        assertThatCode(() -> worker.fail(invocation, job)).doesNotThrowAnyException();
        assertThat(worker.status(job)).isEqualTo(JobStatus.Failed);
    }

    @Test
    default void a_result_of_another_invocation_is_a_second_one() {
        Worker worker = worker();
        JobId job = worker.startAndTake();
        worker.succeed(invocation(), job, COMPLETE);

        assertThatThrownBy(() -> worker.succeed(invocation(), job, COMPLETE))
                .isInstanceOf(Refusal.InvalidJobState.class);
        assertThatThrownBy(() -> worker.fail(invocation(), job)).isInstanceOf(Refusal.InvalidJobState.class);
    }

    private Caller invocation() {
        byte[] content = {};
        return caller().in(Optional.of(Invocation.of(UUID.randomUUID().toString(), "AnOperation", content)));
    }
}
