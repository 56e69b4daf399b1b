package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.BatchSize;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Polling, and looking at what was polled. */
public interface PollContract extends FamilyWorld {

    @Test
    @Clause(
            id = "OFFER-1",
            source = Source.OURS,
            where = "decision 8: AWS promises only that one poller wins by the nonce")
    default void a_job_is_offered_once_while_its_lease_runs() {
        Worker worker = worker();
        worker.startAndPoll();

        pass(TIMING.dispatchLease().minus(MOMENT));

        assertThat(worker.poll()).isEmpty();
    }

    @Test
    @Clause(
            id = "OFFER-2",
            source = Source.DOC,
            where = "User Guide, custom actions: a job that is not acknowledged in time is handed out again")
    default void a_job_whose_lease_lapsed_is_offered_again_with_a_new_nonce() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Optional<Nonce> first = worker.nonce(job);

        pass(TIMING.dispatchLease());

        assertThat(worker.pollOne()).isEqualTo(job);
        assertThat(worker.nonce(job)).isPresent().isNotEqualTo(first);
    }

    @Test
    @Clause(
            id = "OFFER-3",
            source = Source.OURS,
            where = "decision 8 for the order; the size is documented: API PollForJobs, maxBatchSize")
    default void jobs_are_offered_oldest_first_up_to_the_batch_size() {
        Worker worker = worker();
        List<Started> started = IntStream.range(0, 5)
                .mapToObj(i -> {
                    pass(MOMENT);
                    return worker.start();
                })
                .toList();

        List<JobId> first = due(() -> worker.poll(3));
        List<JobId> second = worker.poll(3);

        List<JobId> inOrder = started.stream().map(Started::jobId).toList();
        assertThat(first).isEqualTo(inOrder.subList(0, 3));
        assertThat(second).isEqualTo(inOrder.subList(3, 5));
    }

    @Test
    @Clause(id = "OFFER-4", source = Source.OURS, where = "decision 8")
    default void a_job_that_is_offered_again_keeps_its_place_before_younger_ones() {
        Worker worker = worker();
        JobId older = worker.start().jobId();
        worker.pollOne();
        pass(TIMING.dispatchLease());
        JobId younger = worker.start().jobId();

        assertThat(worker.poll()).containsExactly(older, younger);
    }

    @Test
    @Clause(id = "OFFER-5", source = Source.OURS, where = "decision 8")
    default void more_than_the_largest_batch_is_served_as_the_largest() {
        Worker worker = worker();
        IntStream.rangeClosed(1, BatchSize.LARGEST + 1).forEach(i -> worker.start());

        assertThat(due(() -> worker.poll(1_000))).hasSize(BatchSize.LARGEST);
        assertThat(worker.poll()).hasSize(1);
    }

    @Test
    @Clause(id = "OFFER-6", source = Source.MODEL, where = "MaxBatchSize: at least 1")
    default void a_poll_for_less_than_one_job_is_refused() {
        Worker worker = worker();
        var started = worker.start();

        says(
                assertThatThrownBy(() -> worker.poll(0)).isInstanceOf(Refusal.Validation.class),
                "Member must have value greater than or equal to 1");
        assertThat(worker.pollOne()).isEqualTo(started.jobId());
    }

    @Test
    @Clause(id = "OFFER-7", source = Source.DOC, where = "API PollForJobs, actionTypeId")
    default void a_poll_gets_jobs_of_its_action_type_only() {
        Worker one = worker();
        Worker other = worker();
        one.start();

        assertThat(other.poll()).isEmpty();
        one.pollOne();
    }

    @Test
    @Clause(
            id = "OFFER-8",
            source = Source.DOC,
            where = "API PollForJobs, ActionTypeNotFoundException; its text was seen")
    default void a_poll_for_an_unknown_action_type_is_refused() {
        Worker worker = worker();
        ActionOwner owner = worker.actionType().owner();
        ActionTypeId unknown = new ActionTypeId(ActionCategory.Build, owner, "Nobody", "1");

        says(
                assertThatThrownBy(() -> worker.poll(caller(), unknown, 1))
                        .isInstanceOf(Refusal.ActionTypeNotFound.class),
                "ActionType (Category: 'Build', Owner: '" + owner
                        + "', Provider: 'Nobody', Version: '1') is not available");
    }

    @Test
    @Clause(id = "OFFER-9", source = Source.SEEN, where = "error texts of the service")
    default void a_poll_for_actions_of_aws_is_refused() {
        Worker worker = worker();
        ActionTypeId aws = new ActionTypeId(ActionCategory.Build, ActionOwner.AWS, "CodeBuild", "1");

        says(
                assertThatThrownBy(() -> worker.poll(caller(), aws, 1)).isInstanceOf(Refusal.Validation.class),
                "ActionType with owner 'AWS' is not supported");
    }

    @Test
    @Clause(id = "OFFER-10", source = Source.MODEL, where = "optional members of JobData")
    default void details_of_a_bare_action_leave_out_what_was_not_given() {
        Worker worker = worker();
        JobId job = worker.start().jobId();

        assertThat(worker.data(job).input()).isEqualTo(BARE_INPUT);
    }

    @Test
    @Clause(id = "OFFER-11", source = Source.OURS, where = "decision 8")
    default void details_can_be_had_in_every_status() {
        Worker worker = worker();
        JobId job = worker.start().jobId();
        assertThat(worker.data(job).actionTypeId()).isEqualTo(worker.actionType());
        worker.take();
        assertThat(worker.data(job).actionTypeId()).isEqualTo(worker.actionType());
        worker.succeed(job, goingOn("t"));
        assertThat(worker.data(job).actionTypeId()).isEqualTo(worker.actionType());
    }

    @Test
    @Clause(id = "OFFER-12", source = Source.DOC, where = "API GetJobDetails, JobNotFoundException")
    default void details_of_an_unknown_job_are_refused() {
        assertThatThrownBy(() -> worker().data(UNKNOWN_JOB)).isInstanceOf(Refusal.JobNotFound.class);
    }
}
