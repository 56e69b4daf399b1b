package dev.jobport.contracts;

import static dev.jobport.contracts.SomeJobs.ACTION_TIMEOUT;
import static dev.jobport.contracts.SomeJobs.DELAY;
import static dev.jobport.contracts.SomeJobs.JOB_TIMEOUT;
import static dev.jobport.contracts.SomeJobs.LEASE;
import static dev.jobport.contracts.SomeJobs.START;
import static dev.jobport.contracts.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A repository knows which jobs the clock has changed. */
public interface JobScheduleContract extends StoreUnderTest {

    @Test
    default void a_job_is_due_when_the_clock_changes_it_and_not_before() {
        Map<JobStatus, Duration> after = Map.of(
                JobStatus.Created, DELAY,
                JobStatus.Dispatched, LEASE,
                JobStatus.InProgress, JOB_TIMEOUT,
                JobStatus.Queued, ACTION_TIMEOUT);
        after.forEach((status, duration) -> {
            Job job = given(status);
            Instant due = START.plus(duration);

            assertThat(jobs().due(due.minusMillis(1), 10)).doesNotContain(job.id());
            assertThat(jobs().due(due, 10)).contains(job.id());
        });
    }

    @Test
    default void a_job_that_has_ended_is_never_due() {
        for (JobStatus status : List.of(JobStatus.Succeeded, JobStatus.Failed, JobStatus.TimedOut)) {
            given(status);
        }

        assertThat(jobs().due(START.plus(ACTION_TIMEOUT).plusSeconds(1), 10)).isEmpty();
    }

    @Test
    default void the_job_that_is_due_longest_comes_first() {
        Job inProgress = given(JobStatus.InProgress);
        Job followUp = given(JobStatus.Created);
        Job dispatched = given(JobStatus.Dispatched);
        Job queued = given(aJob().startedAt(START.minus(ACTION_TIMEOUT))).get(0);

        assertThat(jobs().due(START.plus(JOB_TIMEOUT), 10))
                .containsExactly(queued.id(), followUp.id(), dispatched.id(), inProgress.id());
    }

    @Test
    default void no_more_jobs_are_due_than_asked_for() {
        List<Job> added = given(aJob(), aJob(), aJob());

        assertThat(jobs().due(START.plus(ACTION_TIMEOUT), 2))
                .containsExactly(added.get(0).id(), added.get(1).id());
    }

    @Test
    default void a_job_is_due_no_more_when_the_change_is_kept() {
        Job followUp = given(JobStatus.Created);
        Instant now = START.plus(DELAY);
        jobs().update(followUp.id(), job -> Outcome.of(job.at(now)));

        assertThat(jobs().due(now, 10)).isEmpty();
        assertThat(jobs().due(START.plus(ACTION_TIMEOUT), 10)).containsExactly(followUp.id());
    }
}
