package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Backlog;
import dev.jobport.domain.job.JobStatus;
import org.junit.jupiter.api.Test;

/** A repository counts the jobs that have not ended. */
public interface JobBacklogContract extends StoreUnderTest {

    @Test
    default void without_jobs_there_is_no_backlog() {
        assertThat(history().backlog()).isEmpty();
    }

    @Test
    default void the_backlog_counts_what_has_not_ended_by_status() {
        for (JobStatus status : JobStatus.values()) {
            given(status);
        }

        assertThat(history().backlog())
                .containsExactlyInAnyOrder(
                        new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.Created, 1, START.plus(TIMING.continuationDelay())),
                        new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.Queued, 1, START),
                        new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.Dispatched, 1, START),
                        new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.InProgress, 1, START));
    }

    @Test
    default void the_backlog_tells_action_types_apart_and_since_when_the_oldest_is_due() {
        given(
                aJob().startedAt(START.plusSeconds(2)),
                aJob().startedAt(START.plusSeconds(1)),
                aJob().startedAt(START.plusSeconds(3)),
                aJob().of(OTHER_ACTION_TYPE).startedAt(START.plusSeconds(4)));

        assertThat(history().backlog())
                .containsExactlyInAnyOrder(
                        new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.Queued, 3, START.plusSeconds(1)),
                        new Backlog(ACCOUNT, OTHER_ACTION_TYPE, JobStatus.Queued, 1, START.plusSeconds(4)));
    }

    @Test
    default void open_actions_of_an_account_are_counted_as_far_as_is_asked_for() {
        assertThat(history().openActions(ACCOUNT, 9)).isZero();
        for (JobStatus status : JobStatus.values()) {
            given(status);
        }
        given(aJob().of(OTHER_ACCOUNT));

        assertThat(history().openActions(ACCOUNT, 9)).isEqualTo(4);
        assertThat(history().openActions(ACCOUNT, 3)).isEqualTo(3);
        assertThat(history().openActions(OTHER_ACCOUNT, 9)).isEqualTo(1);
    }

    @Test
    default void a_job_moves_on_in_the_backlog_and_leaves_it() {
        var job = given(JobStatus.Queued);
        var inProgress = inProgress(job);
        assertThat(history().backlog())
                .containsExactly(new Backlog(ACCOUNT, ACTION_TYPE, JobStatus.InProgress, 1, START));

        succeeded(inProgress, COMPLETE, START);
        assertThat(history().backlog()).isEmpty();
    }
}
