package dev.jobport.contracts;

import static dev.jobport.contracts.SomeJobs.ACCOUNT;
import static dev.jobport.contracts.SomeJobs.ACTION_TYPE;
import static dev.jobport.contracts.SomeJobs.DELAY;
import static dev.jobport.contracts.SomeJobs.LEASE;
import static dev.jobport.contracts.SomeJobs.QUEUE;
import static dev.jobport.contracts.SomeJobs.START;
import static dev.jobport.contracts.SomeJobs.SUCCESS;
import static dev.jobport.contracts.SomeJobs.aBareJob;
import static dev.jobport.contracts.SomeJobs.aJob;
import static dev.jobport.contracts.SomeJobs.newJobId;
import static dev.jobport.contracts.SomeJobs.newNonce;
import static dev.jobport.contracts.SomeJobs.successWith;
import static dev.jobport.contracts.StoreUnderTest.atOnce;
import static dev.jobport.contracts.StoreUnderTest.unlessRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Store} must do that several servers use at the same time, each through an instance of its own: together
 * they behave as one store does. To be implemented beside {@link DurableStoreContract}.
 */
public interface SharedStoreContract extends StoreUnderTest {

    int INSTANCES = 3;
    int CALLERS_EACH = 4;
    int JOBS = 300;

    /** Opens the same place once more, as another server would; the contract closes it. */
    Store another();

    /** Ends an instance that {@link #another} opened as a crash of its server would: nothing is finished or tidied up. */
    void crash(Store another);

    @Test
    default void what_one_writes_another_sees_at_once() {
        try (Store other = another()) {
            Job job = given(aJob()).get(0);
            assertThat(other.jobs().find(job.id())).contains(job);
            Job dispatched = other.jobs()
                    .claim(QUEUE, 1, START, it -> it.dispatch(newNonce(), START))
                    .get(0);
            assertThat(stored(job)).isEqualTo(dispatched);
            Job lapsed = jobs().advance(START.plus(LEASE), 1, it -> it.at(START.plus(LEASE)))
                    .get(0);
            assertThat(other.jobs().find(job.id())).contains(lapsed);
            assertThat(other.jobs().ofAction(job.action().id())).containsExactly(lapsed);
        }
    }

    @Test
    default void a_move_starts_from_what_another_instance_has_made_of_the_job() {
        try (Store other = another()) {
            Job job = given(aJob()).get(0);
            assertThat(other.jobs().find(job.id())).contains(job);
            Job inProgress = inProgress(job);

            JobId followUpId = newJobId();
            Outcome outcome = other.jobs()
                    .update(job.id(), it -> it.succeed(successWith("token"), followUpId, Optional.empty(), START));

            assertThat(outcome.job().transitions()).containsAll(inProgress.transitions());
            assertThat(jobs().ofAction(job.action().id()))
                    .containsExactly(outcome.job(), outcome.followUp().orElseThrow());
        }
    }

    @Test
    default void a_refusal_is_of_the_job_as_another_instance_has_left_it() {
        try (Store other = another()) {
            Job dispatched = given(JobStatus.Dispatched);
            other.jobs().find(dispatched.id());
            jobs().update(
                            dispatched.id(),
                            it -> Outcome.of(it.acknowledge(it.nonce().orElseThrow(), Optional.empty(), START)));

            assertThatThrownBy(() -> other.jobs()
                            .update(
                                    dispatched.id(),
                                    it -> Outcome.of(
                                            it.acknowledge(dispatched.nonce().orElseThrow(), Optional.empty(), START))))
                    .isInstanceOf(Refusal.InvalidNonce.class);
        }
    }

    @Test
    default void pollers_of_all_instances_share_the_jobs_and_none_goes_to_two() {
        List<JobId> added = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            added.add(given(aBareJob()).get(0).id());
        }
        List<JobId> claimed = onAllInstances(instance -> untilThereAreNoMore(
                () -> instance.jobs().claim(QUEUE, 7, START, job -> job.dispatch(newNonce(), START))));

        assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    default void what_is_due_is_worked_off_by_all_instances_and_each_job_once() {
        List<JobId> due = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            due.add(dispatched(given(aBareJob()).get(0)).id());
        }
        Instant now = START.plus(LEASE);
        List<JobId> advanced = onAllInstances(instance ->
                untilThereAreNoMore(() -> instance.jobs().advance(now, 7, job -> job.at(now))));

        assertThat(advanced).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(due);
        assertThat(jobs().advance(now, 1, job -> job.at(now))).isEmpty();
    }

    @Test
    default void instances_share_the_removal_of_what_ended_long_ago() {
        for (int i = 0; i < JOBS / 3; i++) {
            given(JobStatus.Succeeded);
        }
        onAllInstances(instance -> {
            for (int step = 0; step < JOBS; step++) {
                instance.jobs().removeEnded(START.plusMillis(1), 7);
            }
            return List.of();
        });

        assertThat(jobs().list(ACCOUNT, Optional.of(JobStatus.Succeeded), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    default void of_acknowledgements_at_all_instances_with_one_nonce_one_wins() {
        Job job = given(JobStatus.Dispatched);
        List<Outcome> won = onAllInstances(instance -> unlessRefused(
                        () -> instance.jobs()
                                .update(
                                        job.id(),
                                        it -> Outcome.of(
                                                it.acknowledge(job.nonce().orElseThrow(), Optional.empty(), START))),
                        Refusal.InvalidNonce.class)
                .stream()
                .toList());

        assertThat(won).hasSize(1);
        assertThat(stored(job)).isEqualTo(won.get(0).job());
    }

    @Test
    default void of_successes_at_all_instances_one_applies_and_brings_the_only_follow_up() {
        Job job = given(JobStatus.InProgress);
        List<Outcome> applied = onAllInstances(instance -> {
            JobId followUpId = newJobId();
            return unlessRefused(
                            () -> instance.jobs()
                                    .update(
                                            job.id(),
                                            it -> it.succeed(
                                                    successWith("of " + followUpId),
                                                    followUpId,
                                                    Optional.empty(),
                                                    START)),
                            Refusal.InvalidJobState.class)
                    .stream()
                    .toList();
        });

        assertThat(applied).hasSize(1);
        assertThat(jobs().ofAction(job.action().id()))
                .containsExactly(applied.get(0).job(), applied.get(0).followUp().orElseThrow());
    }

    @Test
    default void a_result_and_the_clock_at_different_instances_do_not_both_end_a_job() {
        for (int round = 0; round < 20; round++) {
            Job job = given(JobStatus.InProgress);
            Instant timeout = job.nextChangeAt().orElseThrow();
            List<JobStatus> ends = onAllInstances(instance -> {
                List<JobStatus> made = new ArrayList<>();
                unlessRefused(
                                () -> instance.jobs()
                                        .update(
                                                job.id(),
                                                it -> it.succeed(
                                                        SUCCESS, newJobId(), Optional.empty(), timeout.minusMillis(1))),
                                Refusal.InvalidJobState.class)
                        .ifPresent(outcome -> made.add(outcome.job().status()));
                instance.jobs().advance(timeout, 10, it -> it.at(timeout)).forEach(it -> made.add(it.status()));
                return made;
            });

            assertThat(ends).containsExactly(stored(job).status());
        }
    }

    @Test
    default void action_types_of_one_are_seen_by_the_other_each_time_they_are_put() {
        try (Store other = another()) {
            assertThat(other.actionTypes().find(ACCOUNT, ACTION_TYPE)).isEmpty();
            for (int lease = 1; lease <= 3; lease++) {
                Timing defaults = Timing.defaultsFor(ActionOwner.ThirdParty);
                ActionType put = new ActionType(
                        ACTION_TYPE,
                        new Timing(
                                Duration.ofSeconds(lease),
                                defaults.jobTimeout(),
                                defaults.actionTimeout(),
                                defaults.continuationDelay()));
                store().actionTypes().put(ACCOUNT, put);
                assertThat(other.actionTypes().find(ACCOUNT, ACTION_TYPE)).contains(put);
                assertThat(other.actionTypes().list(ACCOUNT)).containsExactly(put);
            }
        }
    }

    @Test
    default void clients_of_one_are_seen_by_the_other_and_of_those_that_add_one_at_once_one_succeeds() {
        Client client = Client.register(SomeJobs.CLIENT, new ClientToken("token"));
        try (Store other = another()) {
            assertThat(other.clients().find(ACCOUNT, client.id())).isEmpty();
            List<Boolean> added =
                    onAllInstances(instance -> List.of(instance.clients().addIfAbsent(ACCOUNT, client)));

            assertThat(added).filteredOn(success -> success).hasSize(1);
            assertThat(other.clients().find(ACCOUNT, client.id())).contains(client);
            assertThat(other.clients().list(ACCOUNT)).containsExactly(client.id());
        }
    }

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
        assertThat(jobs().claim(QUEUE, 10, START, job -> job.dispatch(newNonce(), START)))
                .extracting(Job::id)
                .containsExactly(jobs.get(0).id(), jobs.get(1).id());
        other.close();
    }

    @Test
    default void a_change_that_an_instance_was_about_to_keep_when_it_crashed_is_invisible_or_whole() {
        Job job = given(JobStatus.InProgress);
        JobId followUpId = newJobId();
        Store other = another();
        AtomicReference<Outcome> made = new AtomicReference<>();
        Optional<Outcome> kept = orCrashed(() -> other.jobs().update(job.id(), it -> {
            crash(other);
            made.set(it.succeed(successWith("token"), followUpId, Optional.empty(), START));
            return made.get();
        }));
        other.close();

        List<Job> now = jobs().ofAction(job.action().id());
        List<Job> changed = List.of(made.get().job(), made.get().followUp().orElseThrow());
        assertThat(now).isIn(kept.isPresent() ? List.of(changed) : List.of(List.of(job), changed));
        Job next = now.get(now.size() - 1);
        Instant later = START.plus(DELAY);
        if (now.size() == 1) {
            assertThat(succeeded(next, SUCCESS, START).job().status()).isEqualTo(JobStatus.Succeeded);
        } else {
            assertThat(jobs().advance(later, 10, it -> it.at(later)))
                    .extracting(Job::id)
                    .containsExactly(followUpId);
        }
    }

    @Test
    default void all_instances_go_by_one_time() {
        try (Store other = another()) {
            Duration apart =
                    Duration.between(store().time().instant(), other.time().instant());

            assertThat(apart.abs()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    default void what_one_kept_survives_its_end_and_is_found_by_those_that_come_later() {
        Job job;
        try (Store other = another()) {
            job = aJob().first();
            other.jobs().add(job);
        }
        assertThat(stored(job)).isEqualTo(job);
        try (Store later = another()) {
            assertThat(later.jobs().find(job.id())).contains(job);
        }
    }

    private static Optional<Outcome> orCrashed(Callable<Outcome> change) {
        try {
            return Optional.of(change.call());
        } catch (Exception crashed) {
            return Optional.empty();
        }
    }

    private static List<JobId> untilThereAreNoMore(Callable<List<Job>> work) throws Exception {
        List<JobId> mine = new ArrayList<>();
        List<Job> got;
        do {
            got = work.call();
            got.forEach(job -> mine.add(job.id()));
        } while (!got.isEmpty());
        return mine;
    }

    /** What a caller does at an instance. */
    @FunctionalInterface
    interface Work<T> {
        List<T> at(Store instance) throws Exception;
    }

    /** Several callers at each of several instances do the same at the same time; answers with all that came of it. */
    private <T> List<T> onAllInstances(Work<T> work) {
        List<Store> opened =
                IntStream.range(1, INSTANCES).mapToObj(i -> another()).toList();
        try {
            List<Callable<List<T>>> tasks = new ArrayList<>();
            Stream.concat(Stream.of(store()), opened.stream()).forEach(instance -> {
                for (int caller = 0; caller < CALLERS_EACH; caller++) {
                    tasks.add(() -> work.at(instance));
                }
            });
            return atOnce(tasks).stream().flatMap(Collection::stream).toList();
        } finally {
            opened.forEach(Store::close);
        }
    }
}
