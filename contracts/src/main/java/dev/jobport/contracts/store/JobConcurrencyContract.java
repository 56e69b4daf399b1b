package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static dev.jobport.contracts.store.StoreUnderTest.atOnce;
import static dev.jobport.contracts.store.StoreUnderTest.unlessRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** However many callers come at once, each of them finds a repository as if it were alone. */
public interface JobConcurrencyContract extends StoreUnderTest {

    int POLLERS = 32;
    int JOBS = 2_000;

    @Test
    default void many_pollers_share_all_jobs_and_none_goes_to_two_of_them() {
        List<JobId> added = atOnce(POLLERS, this::addSome).stream()
                .flatMap(Collection::stream)
                .toList();
        List<JobId> claimed = atOnce(POLLERS, this::claimUntilThereAreNoMore).stream()
                .flatMap(Collection::stream)
                .toList();

        assertThat(claimed).hasSize(JOBS / POLLERS * POLLERS).doesNotHaveDuplicates();
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    default void pollers_of_many_queues_get_jobs_of_their_own_and_no_more_than_they_ask_for() {
        List<Callable<List<Job>>> polls = new ArrayList<>();
        for (int i = 0; i < POLLERS; i++) {
            ActionTypeId type = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Queue" + i / 2, "1");
            JobQueue queue = new JobQueue(ACCOUNT, type);
            int atMost = 1 + i % 2;
            given(aBareJob().of(type), aBareJob().of(type));
            polls.add(() -> after(jobs().claim(queue, atMost, START, job -> job.dispatch(newNonce(), START))));
        }
        List<List<Job>> claimed = atOnce(polls);

        for (int i = 0; i < POLLERS; i++) {
            String provider = "Queue" + i / 2;
            assertThat(claimed.get(i))
                    .hasSize(1 + i % 2)
                    .allMatch(job -> job.action().actionTypeId().provider().equals(provider));
        }
        assertThat(claimed.stream().flatMap(List::stream).map(Job::id)).doesNotHaveDuplicates();
    }

    @Test
    default void of_many_acknowledgements_with_one_nonce_one_wins() {
        Job job = given(JobStatus.Dispatched);
        List<Optional<Change>> outcomes = atOnce(
                POLLERS,
                () -> unlessRefused(
                        () -> jobs().update(
                                        job.id(),
                                        found -> Change.of(
                                                found,
                                                found.acknowledge(job.nonce().orElseThrow(), Optional.empty(), START))),
                        Refusal.InvalidNonce.class));

        assertThat(outcomes).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(stored(job).status()).isEqualTo(JobStatus.InProgress);
    }

    @Test
    default void of_many_successes_one_applies_and_brings_the_only_follow_up() {
        Job job = given(JobStatus.InProgress);
        List<Callable<Optional<Change>>> successes = new ArrayList<>();
        for (int i = 0; i < POLLERS; i++) {
            String token = "token-" + i;
            JobId followUpId = newJobId();
            successes.add(() -> unlessRefused(
                    () -> jobs().update(job.id(), found -> found.succeed(successWith(token), () -> followUpId, START)),
                    Refusal.InvalidJobState.class));
        }
        List<Change> applied =
                atOnce(successes).stream().flatMap(Optional::stream).toList();

        assertThat(applied).hasSize(1);
        assertThat(history().ofAction(job.action().id()))
                .containsExactly(
                        applied.get(0).after(), applied.get(0).followUp().orElseThrow());
    }

    private List<JobId> addSome() {
        List<JobId> added = new ArrayList<>();
        for (int i = 0; i < JOBS / POLLERS; i++) {
            added.add(given(aBareJob()).get(0).id());
        }
        return added;
    }

    private List<JobId> claimUntilThereAreNoMore() {
        List<JobId> mine = new ArrayList<>();
        List<Job> claimed;
        do {
            claimed = after(jobs().claim(QUEUE, 7, START, job -> job.dispatch(newNonce(), START)));
            claimed.forEach(job -> mine.add(job.id()));
        } while (!claimed.isEmpty());
        return mine;
    }
}
