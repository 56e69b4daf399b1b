package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static dev.jobport.contracts.store.StoreUnderTest.unlessRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Jobs in a {@link Store} that several servers use at the same time, each through an instance of its own. */
public interface SharedJobsContract extends SharedStoreUnderTest {

    int JOBS = 300;

    @Test
    default void what_one_writes_another_sees_at_once() {
        try (Store other = another()) {
            Job job = given(aJob()).get(0);
            assertThat(other.jobs().find(job.id())).contains(job);
            Job dispatched = after(other.jobs().claim(QUEUE, 1, START, it -> it.dispatch(newNonce(), START)))
                    .get(0);
            assertThat(stored(job)).isEqualTo(dispatched);
            Job lapsed = after(jobs().advance(
                                    START.plus(TIMING.dispatchLease()),
                                    1,
                                    it -> it.at(START.plus(TIMING.dispatchLease()))))
                    .get(0);
            assertThat(other.jobs().find(job.id())).contains(lapsed);
            assertThat(other.history().ofAction(job.action().id())).containsExactly(lapsed);
        }
    }

    @Test
    default void a_move_starts_from_what_another_instance_has_made_of_the_job() {
        try (Store other = another()) {
            Job job = given(aJob()).get(0);
            assertThat(other.jobs().find(job.id())).contains(job);
            Job inProgress = inProgress(job);

            JobId followUpId = newJobId();
            Change outcome =
                    other.jobs().update(job.id(), it -> it.succeed(successWith("token"), () -> followUpId, START));

            assertThat(outcome.after().transitions()).containsAll(inProgress.transitions());
            assertThat(history().ofAction(job.action().id()))
                    .containsExactly(outcome.after(), outcome.followUp().orElseThrow());
        }
    }

    @Test
    default void what_an_instance_has_made_of_a_job_is_not_taken_for_the_latest() {
        try (Store other = another()) {
            Job dispatched = given(JobStatus.Dispatched);
            Nonce nonce = dispatched.nonce().orElseThrow();
            other.jobs().update(dispatched.id(), it -> Change.of(it, it.acknowledge(nonce, Optional.empty(), START)));

            Change outcome = succeeded(dispatched, SUCCESS, START);

            assertThat(outcome.after().transitions())
                    .extracting(Transition::status)
                    .endsWith(JobStatus.Dispatched, JobStatus.InProgress, JobStatus.Succeeded);
            assertThat(other.jobs().find(dispatched.id())).contains(outcome.after());
        }
    }

    @Test
    default void a_refusal_is_of_the_job_as_another_instance_has_left_it() {
        try (Store other = another()) {
            Job dispatched = given(JobStatus.Dispatched);
            other.jobs().find(dispatched.id());
            jobs().update(
                            dispatched.id(),
                            it -> Change.of(it, it.acknowledge(it.nonce().orElseThrow(), Optional.empty(), START)));

            assertThatThrownBy(() -> other.jobs()
                            .update(
                                    dispatched.id(),
                                    it -> Change.of(
                                            it,
                                            it.acknowledge(dispatched.nonce().orElseThrow(), Optional.empty(), START))))
                    .isInstanceOf(Refusal.InvalidNonce.class);
        }
    }

    @Test
    default void a_token_that_another_instance_has_replaced_lets_nobody_in_any_more() {
        Client first = Client.register(CLIENT, new ClientToken("first"));
        store().clients().addIfAbsent(ACCOUNT, first);
        try (Store other = another()) {
            Job job = given(JobStatus.Dispatched);
            assertThat(jobs().find(job.id(), (found, client) -> client)).contains(Optional.of(first));

            other.clients().replace(ACCOUNT, Client.register(CLIENT, new ClientToken("second")));

            assertThatThrownBy(() -> jobs().update(
                                    job.id(),
                                    (found, client) ->
                                            Change.of(found, JobClientContract.stoppedBy("first", found, client))))
                    .isInstanceOf(Refusal.InvalidClientToken.class);
            assertThat(other.jobs().find(job.id())).contains(job);
            jobs().update(
                            job.id(),
                            (found, client) -> Change.of(found, JobClientContract.stoppedBy("second", found, client)));
            assertThat(other.jobs().find(job.id()).orElseThrow().status()).isEqualTo(JobStatus.Abandoned);
        }
    }

    @Test
    default void a_result_that_one_instance_has_taken_is_known_again_by_another() {
        try (Store other = another()) {
            Job job = given(JobStatus.InProgress);
            SuccessResult result = successWith("token");
            Change taken = jobs().update(job.id(), it -> it.succeed(result, () -> newJobId(), START));

            Change repeated = other.jobs().update(job.id(), it -> it.succeed(result, () -> newJobId(), START));

            assertThat(repeated.followUp()).isEmpty();
            assertThat(other.history().ofAction(job.action().id()))
                    .containsExactly(taken.after(), taken.followUp().orElseThrow());
            assertThatThrownBy(() -> other.jobs()
                            .update(job.id(), it -> it.succeed(successWith("another"), () -> newJobId(), START)))
                    .isInstanceOf(Refusal.InvalidJobState.class);
        }
    }

    @Test
    default void pollers_of_all_instances_share_the_jobs_and_none_goes_to_two() {
        List<JobId> added = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            added.add(given(aBareJob()).get(0).id());
        }
        List<JobId> claimed = onAllInstances(instance -> untilThereAreNoMore(() ->
                after(instance.jobs().claim(QUEUE, 7, START, job -> job.dispatch(newNonce(), START)))));

        assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    default void what_is_due_is_worked_off_by_all_instances_and_each_job_once() {
        List<JobId> due = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            due.add(dispatched(given(aBareJob()).get(0)).id());
        }
        Instant now = START.plus(TIMING.dispatchLease());
        List<JobId> advanced = onAllInstances(instance ->
                untilThereAreNoMore(() -> after(instance.jobs().advance(now, 7, job -> job.at(now)))));

        assertThat(advanced).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(due);
        assertThat(after(jobs().advance(now, 1, job -> job.at(now)))).isEmpty();
    }

    @Test
    default void instances_share_the_removal_of_what_ended_long_ago() {
        List<ActionExecutionId> ended = new ArrayList<>();
        for (int i = 0; i < JOBS / 3; i++) {
            ended.add(given(JobStatus.Succeeded).action().id());
        }
        List<ActionExecutionId> removed = onAllInstances(instance -> {
            List<ActionExecutionId> mine = new ArrayList<>();
            for (int step = 0; step < JOBS; step++) {
                mine.addAll(
                        instance.history().removeEnded(START.plusMillis(1), 7).actions());
            }
            return mine;
        });

        assertThat(removed).containsExactlyInAnyOrderElementsOf(ended);
        assertThat(history()
                        .list(ACCOUNT, Optional.of(JobStatus.Succeeded), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    default void of_acknowledgements_at_all_instances_with_one_nonce_one_wins() {
        Job job = given(JobStatus.Dispatched);
        List<Change> won = onAllInstances(instance -> unlessRefused(
                        () -> instance.jobs()
                                .update(
                                        job.id(),
                                        it -> Change.of(
                                                it,
                                                it.acknowledge(job.nonce().orElseThrow(), Optional.empty(), START))),
                        Refusal.InvalidNonce.class)
                .stream()
                .toList());

        assertThat(won).hasSize(1);
        assertThat(stored(job)).isEqualTo(won.get(0).after());
    }

    @Test
    default void of_successes_at_all_instances_one_applies_and_brings_the_only_follow_up() {
        Job job = given(JobStatus.InProgress);
        List<Change> applied = onAllInstances(instance -> {
            JobId followUpId = newJobId();
            return unlessRefused(
                            () -> instance.jobs()
                                    .update(
                                            job.id(),
                                            it -> it.succeed(successWith("of " + followUpId), () -> followUpId, START)),
                            Refusal.InvalidJobState.class)
                    .stream()
                    .toList();
        });

        assertThat(applied).hasSize(1);
        assertThat(history().ofAction(job.action().id()))
                .containsExactly(
                        applied.get(0).after(), applied.get(0).followUp().orElseThrow());
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
                                                it -> it.succeed(SUCCESS, () -> newJobId(), timeout.minusMillis(1))),
                                Refusal.InvalidJobState.class)
                        // a repeat of what another has made changes nothing
                        .filter(outcome -> !outcome.isNone())
                        .ifPresent(outcome -> made.add(outcome.after().status()));
                after(instance.jobs().advance(timeout, 10, it -> it.at(timeout)))
                        .forEach(it -> made.add(it.status()));
                return made;
            });

            assertThat(ends).containsExactly(stored(job).status());
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
}
