package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.OTHER_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A repository hands out the jobs that are due, oldest first, and no others. */
public interface JobClaimContract extends StoreUnderTest {

    private List<Job> claim(int atMost, Instant now) {
        return after(jobs().claim(QUEUE, atMost, now, job -> job.dispatch(newNonce(), now)));
    }

    @Test
    default void a_claimed_job_is_dispatched_and_kept_so() {
        List<Job> added = given(aJob(), aJob());
        Instant now = START.plusMillis(4);
        List<Change> claimed = jobs().claim(QUEUE, 10, now, job -> job.dispatch(newNonce(), now));

        assertThat(claimed).extracting(Change::before).isEqualTo(added);
        assertThat(claimed).allSatisfy(change -> {
            assertThat(change.news()).containsExactly(new Transition(JobStatus.Dispatched, now));
            assertThat(stored(change.after())).isEqualTo(change.after());
        });
        assertThat(claimed.get(0).after().nonce())
                .isNotEqualTo(claimed.get(1).after().nonce());
    }

    @Test
    default void the_job_that_is_due_longest_is_claimed_first() {
        List<Job> added = given(
                aJob().startedAt(START.plusMillis(2)), aJob().startedAt(START), aJob().startedAt(START.plusMillis(1)));

        assertThat(claim(10, START.plusSeconds(1)))
                .extracting(Job::id)
                .containsExactly(
                        added.get(1).id(), added.get(2).id(), added.get(0).id());
    }

    @Test
    default void jobs_due_at_the_same_time_are_claimed_in_the_order_in_which_they_were_added() {
        List<Job> added = given(aJob(), aJob(), aJob(), aJob(), aJob(), aJob(), aJob(), aJob());

        assertThat(claim(10, START)).extracting(Job::id).containsExactlyElementsOf(ids(added));
    }

    @Test
    default void no_more_jobs_are_claimed_than_asked_for() {
        List<Job> added = given(aJob(), aJob(), aJob());

        assertThat(claim(2, START)).extracting(Job::id).containsExactlyElementsOf(ids(added.subList(0, 2)));
        assertThat(claim(2, START)).extracting(Job::id).containsExactlyElementsOf(ids(added.subList(2, 3)));
        assertThat(claim(2, START)).isEmpty();
    }

    @Test
    default void only_jobs_of_the_action_type_are_claimed() {
        List<Job> added = given(aJob().of(OTHER_ACTION_TYPE), aJob());

        assertThat(claim(10, START))
                .extracting(Job::id)
                .containsExactly(added.get(1).id());
        assertThat(stored(added.get(0))).isEqualTo(added.get(0));
    }

    @Test
    default void a_follow_up_is_claimed_from_its_due_time_on_and_not_before() {
        Job followUp = given(JobStatus.Created);

        assertThat(claim(10, START.plus(TIMING.continuationDelay()).minusMillis(1)))
                .isEmpty();
        List<Job> claimed = claim(10, START.plus(TIMING.continuationDelay()));
        assertThat(claimed).extracting(Job::id).containsExactly(followUp.id());
        assertThat(claimed.get(0).transitions())
                .endsWith(
                        new Transition(JobStatus.Queued, START.plus(TIMING.continuationDelay())),
                        new Transition(JobStatus.Dispatched, START.plus(TIMING.continuationDelay())));
    }

    @Test
    default void a_dispatched_job_is_claimed_again_when_its_lease_has_lapsed_and_not_before() {
        Job dispatched = given(JobStatus.Dispatched);
        Nonce deadNonce = dispatched.nonce().orElseThrow();

        assertThat(claim(10, START.plus(TIMING.dispatchLease()).minusMillis(1))).isEmpty();
        Job again = claim(10, START.plus(TIMING.dispatchLease())).get(0);
        assertThat(again.id()).isEqualTo(dispatched.id());
        assertThat(again.nonce()).isPresent().isNotEqualTo(dispatched.nonce());
        assertThat(again.transitions()).extracting(Transition::status).endsWith(JobStatus.Queued, JobStatus.Dispatched);
        assertThat(catchThrowable(() -> jobs().update(
                                again.id(),
                                job -> Change.of(
                                        job,
                                        job.acknowledge(
                                                deadNonce, Optional.empty(), START.plus(TIMING.dispatchLease()))))))
                .isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    default void a_job_whose_lease_lapsed_keeps_its_place() {
        Job oldest = given(JobStatus.Dispatched);
        Job followUp = given(JobStatus.Created);
        List<Job> younger = given(
                aJob().startedAt(START.plusMillis(1)),
                aJob().startedAt(START.plus(TIMING.continuationDelay()).plusMillis(1)));
        Instant now = START.plus(TIMING.dispatchLease());

        assertThat(List.of(claim(1, now), claim(2, now), claim(10, now)))
                .extracting(JobClaimContract::ids)
                .containsExactly(
                        List.of(oldest.id()),
                        List.of(younger.get(0).id(), followUp.id()),
                        List.of(younger.get(1).id()));
    }

    @Test
    default void a_job_that_the_clock_has_queued_again_keeps_its_place() {
        Job oldest = given(JobStatus.Dispatched);
        Job younger = given(aJob().startedAt(START.plusMillis(1))).get(0);
        Instant now = START.plus(TIMING.dispatchLease());
        jobs().update(oldest.id(), job -> Change.of(job, job.at(now)));

        assertThat(claim(10, now)).extracting(Job::id).containsExactly(oldest.id(), younger.id());
    }

    @Test
    default void a_job_is_not_claimed_once_its_action_has_timed_out() {
        Job queued = given(JobStatus.Queued);
        Instant deadline = START.plus(TIMING.actionTimeout());

        assertThat(claim(10, deadline)).isEmpty();
        assertThat(claim(10, deadline.minusMillis(1))).extracting(Job::id).containsExactly(queued.id());
        assertThat(claim(10, deadline.plus(TIMING.dispatchLease()))).isEmpty();
    }

    @Test
    default void a_job_that_is_in_progress_or_has_ended_is_never_claimed() {
        for (JobStatus status : List.of(
                JobStatus.InProgress, JobStatus.Succeeded, JobStatus.Failed, JobStatus.TimedOut, JobStatus.Abandoned)) {
            Job job = given(status);

            assertThat(claim(10, START)).isEmpty();
            assertThat(claim(10, START.plus(TIMING.jobTimeout()))).isEmpty();
            assertThat(claim(10, START.plus(TIMING.actionTimeout()))).isEmpty();
            assertThat(stored(job)).isEqualTo(job);
        }
    }

    @Test
    default void only_jobs_of_the_query_value_that_is_asked_for_are_claimed() {
        JobQueue red = new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.of("red"));
        JobQueue blue = new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE, Optional.of("blue"));
        List<Job> added = given(aJob().of(red), aJob().of(blue), aJob().of(red));
        Job continued = continued(added.get(0), "token");
        Instant now = START.plus(TIMING.continuationDelay());

        assertThat(after(jobs().claim(
                                new JobQueue(ACCOUNT, CUSTOM_ACTION_TYPE),
                                10,
                                now,
                                job -> job.dispatch(newNonce(), now))))
                .isEmpty();
        assertThat(after(jobs().claim(red, 10, now, job -> job.dispatch(newNonce(), now))))
                .extracting(Job::id)
                .containsExactly(added.get(2).id(), continued.id());
        assertThat(after(jobs().claim(blue, 10, now, job -> job.dispatch(newNonce(), now))))
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.action().queue()).isEqualTo(blue);
                    assertThat(stored(job)).isEqualTo(job);
                });
    }

    @Test
    default void jobs_that_expired_are_passed_over() {
        given(aJob(), aJob().startedAt(START.plusMillis(1)));
        Job young = given(aJob().startedAt(START.plusSeconds(1))).get(0);

        assertThat(claim(1, START.plus(TIMING.actionTimeout()).plusMillis(1)))
                .extracting(Job::id)
                .containsExactly(young.id());
    }

    @Test
    default void a_dispatch_that_breaks_down_changes_no_job() {
        List<Job> added = given(aJob(), aJob(), aJob());
        RuntimeException bug = new IllegalStateException("a bug");

        assertThat(catchThrowable(() -> jobs().claim(QUEUE, 3, START, job -> {
                    if (job.id().equals(added.get(2).id())) {
                        throw bug;
                    }
                    return job.dispatch(newNonce(), START);
                })))
                .isSameAs(bug);
        assertThat(added).allSatisfy(job -> assertThat(stored(job)).isEqualTo(job));
        assertThat(claim(10, START)).hasSize(3);
    }

    private static List<JobId> ids(List<Job> jobs) {
        return jobs.stream().map(Job::id).toList();
    }
}
