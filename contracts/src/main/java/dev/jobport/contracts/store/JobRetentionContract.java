package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aBareJob;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.store.StoreUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobHistory.Removal;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A repository gives up actions that ended long ago, and nothing else. */
public interface JobRetentionContract extends StoreUnderTest {

    @Test
    default void an_action_that_ended_before_is_gone_and_one_that_ended_then_stays() {
        for (JobStatus status : List.of(JobStatus.Succeeded, JobStatus.Failed)) {
            Job ended = given(status);

            removeAll(START);
            assertThat(stored(ended)).isEqualTo(ended);

            removeAll(START.plusMillis(1));
            assertThatNothingIsLeftOf(ended);
        }
        Job abandoned = given(JobStatus.Abandoned);
        removeAll(START.plusMillis(1));
        assertThatNothingIsLeftOf(abandoned);
        Job timedOut = given(JobStatus.TimedOut);
        removeAll(START.plus(TIMING.actionTimeout()));
        assertThat(stored(timedOut)).isEqualTo(timedOut);
        removeAll(START.plus(TIMING.actionTimeout()).plusMillis(1));
        assertThatNothingIsLeftOf(timedOut);
    }

    @Test
    default void an_action_that_the_clock_ended_is_given_up_too() {
        Job queued = given(aJob()).get(0);
        Instant end = START.plus(TIMING.actionTimeout());
        jobs().advance(end, 10, job -> job.at(end));

        removeAll(end.plusMillis(1));

        assertThatNothingIsLeftOf(queued);
    }

    @Test
    default void what_has_not_ended_stays_however_old_it_is() {
        List<Job> open = new ArrayList<>();
        for (JobStatus status : JobStatus.values()) {
            if (!status.isTerminal()) {
                open.add(given(status));
            }
        }
        removeAll(START.plusSeconds(1_000_000_000));

        assertThat(open).allSatisfy(job -> {
            assertThat(stored(job)).isEqualTo(job);
            assertThat(history().ofAction(job.action().id())).contains(job);
        });
        assertThat(history().ofAction(open.get(0).action().id()))
                .as("the first job of a Created follow-up succeeded long ago")
                .hasSize(2);
    }

    @Test
    default void an_action_stays_whole_until_its_last_job_has_ended_for_long() {
        Job last = given(JobStatus.Created);
        Instant end = START.plus(TIMING.continuationDelay()).plusSeconds(5);
        jobs().update(last.id(), job -> Change.of(job, job.at(START.plus(TIMING.continuationDelay()))));
        Job ended = succeeded(inProgress(last), SUCCESS, end).after();

        removeAll(end);
        assertThat(history().ofAction(last.action().id())).hasSize(2).contains(ended);

        removeAll(end.plusMillis(1));
        assertThatNothingIsLeftOf(last);
    }

    @Test
    default void an_action_of_many_jobs_vanishes_as_a_whole_in_the_first_of_several_steps() {
        Job stays = given(aBareJob()).get(0);
        List<Job> chain = aChainOf(5);
        Job first = chain.get(0);
        Instant later = START.plusSeconds(1_000_000);

        Removal removal = history().removeEnded(later, 2);
        assertThat(removal.actions()).containsExactly(first.action().id());

        chain.forEach(job -> assertThat(jobs().find(job.id())).isEmpty());
        assertThatNothingIsLeftOf(first);
        for (int step = 0; removal.mayBeMore() && step < 10; step++) {
            removal = history().removeEnded(later, 2);
            assertThat(removal.actions()).as("told once").isEmpty();
        }
        assertThat(removal.mayBeMore()).isFalse();
        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), PageRequest.first())
                        .items())
                .containsExactly(stays);
        assertThat(history().lastOfActions(ACCOUNT, PageRequest.first()).items())
                .containsExactly(stays);
    }

    @Test
    default void an_action_that_starts_between_two_steps_has_nothing_to_do_with_one_that_goes() {
        Job first = aChainOf(5).get(0);
        Instant later = START.plusSeconds(1_000_000);
        history().removeEnded(later, 2);

        Job young = given(aBareJob()).get(0);
        removeAll(later);

        assertThat(history().ofAction(young.action().id())).containsExactly(young);
        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), PageRequest.first())
                        .items())
                .containsExactly(young);
        assertThatNothingIsLeftOf(first);
    }

    @Test
    default void a_step_removes_no_more_actions_than_asked_for_longest_ended_first() {
        List<Job> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Job job = given(aBareJob()).get(0);
            added.add(succeeded(inProgress(job), SUCCESS, START.plusSeconds(5 - i))
                    .after());
        }
        Removal removal = history().removeEnded(START.plusSeconds(60), 2);

        assertThat(removal.mayBeMore()).isTrue();
        assertThat(removal.actions())
                .containsExactlyInAnyOrder(
                        added.get(4).action().id(), added.get(3).action().id());

        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), PageRequest.first())
                        .items())
                .containsExactly(added.get(2), added.get(1), added.get(0));
    }

    @Test
    default void lists_go_on_past_what_was_removed_between_two_pages() {
        given(JobStatus.Succeeded);
        Job stays = given(aBareJob()).get(0);
        given(JobStatus.Succeeded);
        var page = history().list(ACCOUNT, Optional.empty(), new PageRequest(1, Optional.empty()));
        removeAll(START.plusMillis(1));

        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), new PageRequest(1, page.nextToken()))
                        .items())
                .containsExactly(stays);
    }

    @Test
    default void several_callers_share_the_removal_and_each_action_is_told_to_one() {
        List<ActionExecutionId> ended = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ended.add(given(JobStatus.Succeeded).action().id());
        }
        Job stays = given(aBareJob()).get(0);
        List<List<ActionExecutionId>> removed = atOnce(4, () -> {
            List<ActionExecutionId> mine = new ArrayList<>();
            for (int step = 0; step < 50; step++) {
                mine.addAll(history().removeEnded(START.plusMillis(1), 3).actions());
            }
            return mine;
        });

        assertThat(removed.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ended);
        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), PageRequest.first())
                        .items())
                .containsExactly(stays);
    }

    private List<Job> aChainOf(int length) {
        Job job = given(aBareJob()).get(0);
        for (int i = 1; i < length; i++) {
            Job followUp = continued(job, "token-" + i);
            job = jobs().update(followUp.id(), it -> Change.of(it, it.at(it.dueAt())))
                    .after();
        }
        succeeded(inProgress(job), SUCCESS, job.dueAt());
        return history().ofAction(job.action().id());
    }

    private void removeAll(Instant before) {
        boolean more = true;
        for (int step = 0; more; step++) {
            assertThat(step).as("steps, and no end of it").isLessThan(100);
            more = history().removeEnded(before, 10).mayBeMore();
        }
    }

    private void assertThatNothingIsLeftOf(Job job) {
        assertThat(jobs().find(job.id())).isEmpty();
        assertThat(history().ofAction(job.action().id())).isEmpty();
        assertThat(history().lastOfActions(ACCOUNT, PageRequest.first()).items())
                .noneMatch(last -> last.action().id().equals(job.action().id()));
        assertThat(history()
                        .list(ACCOUNT, Optional.empty(), PageRequest.first())
                        .items())
                .noneMatch(listed -> listed.action().id().equals(job.action().id()));
        assertThatThrownBy(() -> jobs().update(job.id(), Change::none)).isInstanceOf(Refusal.JobNotFound.class);
    }
}
