package dev.jobport.contracts.transport;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Caller;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.Worker;
import dev.jobport.domain.actiontype.ActionTypePattern;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The door of a transport: whoever is not known gets no answer and changes nothing. What such a caller is told is the
 * transport's affair, so any error will do. No clauses: emulators, which are asked for those, let everybody in on purpose.
 */
public interface DoorContract extends JobWorkerWorld {

    /** Whose name and proof no transport has ever heard of. */
    default Caller nobody() {
        return new Caller("nobody", account(), Set.of(ActionTypePattern.ANY), true, Optional.empty());
    }

    @Test
    default void who_is_not_known_gets_no_custom_job_and_changes_nothing() {
        nobodyGetsAnything(customWorker(TIMING));
    }

    @Test
    default void who_is_not_known_gets_no_third_party_job_and_changes_nothing() {
        nobodyGetsAnything(thirdPartyWorker(TIMING));
    }

    private void nobodyGetsAnything(Worker worker) {
        worker.start();
        isRefused(() -> worker.poll(nobody(), worker.actionType(), 1));

        JobId job = worker.pollOne();
        Nonce nonce = worker.nonce(job).orElseThrow();
        allAreRefused(worker, job, nonce);
        worker.stands(job, JobStatus.Dispatched);

        worker.acknowledge(job, nonce);
        allAreRefused(worker, job, nonce);
        worker.stands(job, JobStatus.InProgress);
    }

    private void allAreRefused(Worker worker, JobId job, Nonce nonce) {
        worker.tries(nobody(), job, nonce).forEach(DoorContract::isRefused);
    }

    private static void isRefused(ThrowingCallable command) {
        assertThatThrownBy(command);
    }
}
