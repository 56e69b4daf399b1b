package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import org.junit.jupiter.api.Test;

/** Access: nobody sees or changes a job of an action type that they may not touch, whatever else they know of it. */
public interface AccessContract extends FamilyWorld {

    @Test
    @Clause(
            id = "ACCESS-1",
            source = Source.DOC,
            where = "User Guide, permissions: actions and resources of CodePipeline")
    default void a_stranger_cannot_poll_an_action_type_that_is_not_theirs() {
        Worker worker = worker();
        var started = worker.start();

        assertThatThrownBy(() -> worker.poll(stranger(), worker.actionType(), 1))
                .isInstanceOf(Refusal.AccessDenied.class);
        assertThat(worker.pollOne()).isEqualTo(started.jobId());
    }

    @Test
    @Clause(
            id = "ACCESS-2",
            source = Source.DOC,
            where = "User Guide, permissions: actions and resources of CodePipeline")
    default void a_stranger_can_poll_their_own_action_type() {
        Worker worker = worker();
        ActionTypeId theirs = new ActionTypeId(
                ActionCategory.Test, worker.actionType().owner(), STRANGERS.provider(), STRANGERS.version());
        operator().putActionType(account(), new ActionType(theirs, TIMING));

        assertThat(worker.poll(stranger(), theirs, 1)).isEmpty();
    }

    @Test
    @Clause(id = "ACCESS-3", source = Source.OURS, where = "decision 8")
    default void a_stranger_who_knows_all_of_a_job_gets_nowhere_and_changes_nothing() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        allAreDenied(worker, job, nonce);
        worker.stands(job, JobStatus.Dispatched);

        worker.acknowledge(job, nonce);
        allAreDenied(worker, job, nonce);
        worker.stands(job, JobStatus.InProgress);
    }

    @Test
    @Clause(id = "ACCESS-4", source = Source.OURS, where = "decision 8")
    default void a_stranger_is_told_so_after_the_job_was_looked_for() {
        assertThatThrownBy(() -> worker().data(stranger(), UNKNOWN_JOB)).isInstanceOf(Refusal.JobNotFound.class);
    }

    private void allAreDenied(Worker worker, JobId job, Nonce nonce) {
        worker.tries(stranger(), job, nonce)
                .forEach(command -> assertThatThrownBy(command).isInstanceOf(Refusal.AccessDenied.class));
    }
}
