package dev.jobport.contracts.store;

import static dev.jobport.contracts.SomeJobs.QUEUE;
import static dev.jobport.contracts.SomeJobs.START;
import static dev.jobport.contracts.SomeJobs.newJobId;
import static dev.jobport.contracts.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.JobHistory.Removal;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a durable store must not do: fill its disk while nothing happens. */
public interface IdleStoreContract extends StoreUnderTest {

    /** So often a server's clock looks for something to do within minutes. */
    int CALLS = 300;

    /** How much room the store takes where it keeps its content, in bytes. */
    long bytes();

    @Test
    default void calls_that_change_nothing_take_no_room() {
        Job job = given(JobStatus.InProgress);
        changeNothing(job);
        long before = bytes();

        for (int i = 0; i < CALLS; i++) {
            changeNothing(job);
        }

        assertThat(bytes()).isEqualTo(before);
    }

    private void changeNothing(Job job) {
        Instant beforeAll = START.minusSeconds(1);
        assertThat(after(jobs().claim(QUEUE, 10, beforeAll, queued -> queued.dispatch(newNonce(), beforeAll))))
                .isEmpty();
        assertThat(after(jobs().advance(beforeAll, 10, waiting -> waiting.at(beforeAll))))
                .isEmpty();
        assertThat(history().removeEnded(START, 10)).isEqualTo(Removal.NOTHING);
        jobs().update(job.id(), Change::none);
        assertThatThrownBy(() -> jobs().update(newJobId(), Change::none)).isInstanceOf(Refusal.JobNotFound.class);
        assertThatThrownBy(() -> jobs().update(job.id(), refused -> {
                    throw new Refusal.JobNotFound(refused.id());
                }))
                .isInstanceOf(Refusal.JobNotFound.class);
        assertThat(stored(job)).isEqualTo(job);
    }
}
