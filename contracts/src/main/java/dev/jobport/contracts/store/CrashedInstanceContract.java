package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.Store;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is left of an instance of a shared {@link Store} that crashes in the middle of a change: nothing half-done. */
public interface CrashedInstanceContract extends SharedStoreUnderTest {

    @Test
    default void what_an_instance_was_about_to_hand_out_when_it_crashed_is_offered_to_others_at_once() {
        List<Job> jobs = given(aJob(), aJob());
        Store other = another();
        assertThatThrownBy(() -> other.jobs().claim(QUEUE, 10, START, job -> {
                    if (job.id().equals(jobs.get(1).id())) {
                        crash(other);
                    }
                    return job.dispatch(newNonce(), START);
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(jobs).allSatisfy(job -> assertThat(stored(job)).isEqualTo(job));
        assertThat(after(jobs().claim(QUEUE, 10, START, job -> job.dispatch(newNonce(), START))))
                .extracting(Job::id)
                .containsExactly(jobs.get(0).id(), jobs.get(1).id());
        other.close();
    }

    @Test
    default void a_change_that_an_instance_was_about_to_keep_when_it_crashed_is_invisible_or_whole() {
        Job job = given(JobStatus.InProgress);
        JobId followUpId = newJobId();
        Store other = another();
        AtomicReference<Change> made = new AtomicReference<>();
        Optional<Change> kept = orCrashed(() -> other.jobs().update(job.id(), it -> {
            crash(other);
            made.set(it.succeed(successWith("token"), () -> followUpId, START));
            return made.get();
        }));
        other.close();

        List<Job> now = history().ofAction(job.action().id());
        List<Job> changed = List.of(made.get().after(), made.get().followUp().orElseThrow());
        assertThat(now).isIn(kept.isPresent() ? List.of(changed) : List.of(List.of(job), changed));
        Job next = now.get(now.size() - 1);
        Instant later = START.plus(TIMING.continuationDelay());
        if (now.size() == 1) {
            assertThat(succeeded(next, SUCCESS, START).after().status()).isEqualTo(JobStatus.Succeeded);
        } else {
            assertThat(after(jobs().advance(later, 10, it -> it.at(later))))
                    .extracting(Job::id)
                    .containsExactly(followUpId);
        }
    }

    private static Optional<Change> orCrashed(Callable<Change> change) {
        try {
            return Optional.of(change.call());
        } catch (Exception crashed) {
            return Optional.empty();
        }
    }
}
