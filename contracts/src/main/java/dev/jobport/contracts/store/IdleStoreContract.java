package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobHistory.Removal;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store must not do: take more and more room while nothing happens. */
public interface IdleStoreContract extends StoreUnderTest {

    /** So often a server's clock looks for something to do within minutes. */
    int CALLS = 300;

    /** How much room the store takes where it keeps its content, in bytes or in another measure of its own. */
    long room();

    @Test
    default void calls_that_change_nothing_take_no_room() {
        Job job = given(JobStatus.InProgress);
        changeNothing(job);
        long before = room();

        for (int i = 0; i < CALLS; i++) {
            changeNothing(job);
        }

        assertThat(room()).isEqualTo(before);
    }

    @Test
    default void questions_about_what_is_not_there_take_no_room() {
        askInVain(0);
        long before = room();

        for (int i = 1; i <= CALLS; i++) {
            askInVain(i);
        }

        assertThat(room()).isEqualTo(before);
    }

    /** @param number makes an account that nobody has asked about */
    private void askInVain(int number) {
        Account nobody = new Account("%012d".formatted(number), ACCOUNT.region());
        JobQueue empty = new JobQueue(nobody, ACTION_TYPE);
        assertThat(jobs().claim(empty, 10, START, queued -> queued.dispatch(newNonce(), START)))
                .isEmpty();
        assertThat(history().list(nobody, Optional.empty(), PageRequest.first()).items())
                .isEmpty();
        assertThat(history()
                        .list(nobody, Optional.of(JobStatus.Queued), PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(history().lastOfActions(nobody, PageRequest.first()).items()).isEmpty();
        assertThat(history().openActions(nobody, 10)).isZero();
        assertThat(store().clients().find(nobody, CLIENT)).isEmpty();
        assertThat(store().clients().remove(nobody, CLIENT)).isFalse();
        assertThat(store().actionTypes().find(nobody, ACTION_TYPE)).isEmpty();
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
