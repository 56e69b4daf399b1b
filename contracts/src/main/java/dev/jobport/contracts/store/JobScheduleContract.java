package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A repository knows which jobs the clock has changed, and keeps the change. */
public interface JobScheduleContract extends StoreUnderTest {

    @Test
    default void a_job_is_due_when_the_clock_changes_it_and_not_before() {
        Map<JobStatus, Duration> after = new LinkedHashMap<>(); // soonest first
        after.put(JobStatus.Created, TIMING.continuationDelay());
        after.put(JobStatus.Dispatched, TIMING.dispatchLease());
        after.put(JobStatus.InProgress, TIMING.jobTimeout());
        after.put(JobStatus.Queued, TIMING.actionTimeout());
        after.forEach((status, duration) -> {
            Job job = given(status);
            Instant due = START.plus(duration);

            assertThat(advanced(due.minusMillis(1), 10)).doesNotContain(job.id());
            assertThat(advanced(due, 10)).contains(job.id());
            assertThat(stored(job)).isEqualTo(job.at(due));
        });
    }

    @Test
    default void a_job_that_has_ended_is_never_due() {
        for (JobStatus status :
                List.of(JobStatus.Succeeded, JobStatus.Failed, JobStatus.TimedOut, JobStatus.Abandoned)) {
            given(status);
        }

        assertThat(advanced(START.plus(TIMING.actionTimeout()).plusSeconds(1), 10))
                .isEmpty();
    }

    @Test
    default void the_job_that_is_due_longest_comes_first() {
        Job inProgress = given(JobStatus.InProgress);
        Job followUp = given(JobStatus.Created);
        Job dispatched = given(JobStatus.Dispatched);
        Job queued =
                given(aJob().startedAt(START.minus(TIMING.actionTimeout()))).get(0);

        assertThat(advanced(START.plus(TIMING.jobTimeout()), 10))
                .containsExactly(queued.id(), followUp.id(), dispatched.id(), inProgress.id());
    }

    @Test
    default void no_more_jobs_change_than_asked_for_and_each_once() {
        List<Job> added = given(aJob(), aJob(), aJob());
        Instant now = START.plus(TIMING.actionTimeout());

        assertThat(advanced(now, 2))
                .containsExactly(added.get(0).id(), added.get(1).id());
        assertThat(stored(added.get(2)).status()).isEqualTo(JobStatus.Queued);
        assertThat(advanced(now, 2)).containsExactly(added.get(2).id());
        assertThat(advanced(now, 2)).isEmpty();
    }

    @Test
    default void whoever_advances_jobs_is_told_what_became_of_them() {
        Job inProgress = given(JobStatus.InProgress);
        Instant now = START.plus(TIMING.jobTimeout());
        Change timedOut = jobs().advance(now, 10, job -> job.at(now)).get(0);

        assertThat(timedOut).isEqualTo(Change.of(inProgress, inProgress.at(now)));
        assertThat(timedOut.news()).containsExactly(new Transition(JobStatus.TimedOut, now));
        assertThat(stored(inProgress)).isEqualTo(timedOut.after());
    }

    @Test
    default void if_a_job_cannot_be_advanced_none_is() {
        List<Job> added = given(aJob(), aJob());
        Instant now = START.plus(TIMING.actionTimeout());

        assertThatThrownBy(() -> jobs().advance(now, 10, job -> {
                    if (job.id().equals(added.get(1).id())) {
                        throw new IllegalStateException("cannot");
                    }
                    return job.at(now);
                }))
                .hasMessage("cannot");
        assertThat(added).allSatisfy(job -> assertThat(stored(job)).isEqualTo(job));
    }

    private List<JobId> advanced(Instant now, int atMost) {
        return after(jobs().advance(now, atMost, job -> job.at(now))).stream()
                .map(Job::id)
                .toList();
    }

    @Test
    default void a_job_is_due_no_more_when_the_change_is_kept() {
        Job followUp = given(JobStatus.Created);
        Instant now = START.plus(TIMING.continuationDelay());
        jobs().update(followUp.id(), job -> Change.of(job, job.at(now)));

        assertThat(advanced(now, 10)).isEmpty();
        assertThat(advanced(START.plus(TIMING.actionTimeout()), 10)).containsExactly(followUp.id());
    }
}
