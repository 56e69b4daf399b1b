package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.DETAILS;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.REVISION;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.UNKNOWN_NONCE;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.Caller;
import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Repeats: an SDK that lost an answer sends the same request again. An acknowledgement is known by its invocation: an
 * answer to another one would hand the job to two workers. A result is compared with the one that ended the job, member by
 * member, whoever sends it and whenever; the texts are CodePipeline's own.
 */
public interface RepeatContract extends FamilyWorld {

    SuccessResult GOES_ON = successWith("build-7");

    @Test
    @Clause(id = "REPEAT-1", source = Source.OURS, where = "decision 22")
    default void a_repeated_acknowledgement_is_answered_as_the_first_time() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.pollOne();
        Nonce nonce = worker.nonce(job).orElseThrow();
        Caller invocation = invocation();
        worker.acknowledge(invocation, job, nonce);

        worker.changesNothing(
                started,
                () -> assertThat(worker.acknowledge(invocation, job, nonce)).isEqualTo(JobStatus.InProgress));
    }

    @Test
    @Clause(id = "REPEAT-2", source = Source.DOC, where = "API AcknowledgeJob, InvalidNonceException")
    default void an_acknowledgement_of_the_same_invocation_with_another_nonce_is_a_second_one() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Caller invocation = invocation();
        worker.acknowledge(invocation, job, worker.nonce(job).orElseThrow());

        assertThatThrownBy(() -> worker.acknowledge(invocation, job, UNKNOWN_NONCE))
                .isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    @Clause(id = "REPEAT-3", source = Source.DOC, where = "API AcknowledgeJob, InvalidNonceException")
    default void an_acknowledgement_of_another_invocation_is_a_second_one() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        worker.acknowledge(invocation(), job, nonce);

        assertThatThrownBy(() -> worker.acknowledge(invocation(), job, nonce)).isInstanceOf(Refusal.InvalidNonce.class);
    }

    @Test
    @Clause(id = "REPEAT-4", source = Source.DOC, where = "API AcknowledgeJob, InvalidNonceException")
    default void a_refused_acknowledgement_is_refused_again_when_it_is_repeated() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Caller invocation = invocation();

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> worker.acknowledge(invocation, job, UNKNOWN_NONCE))
                    .isInstanceOf(Refusal.InvalidNonce.class);
        }
    }

    @Test
    @Clause(id = "REPEAT-5", source = Source.OURS, where = "decision 22")
    default void a_repeated_acknowledgement_counts_also_when_the_job_has_ended_since() {
        Worker worker = worker();
        JobId job = worker.startAndPoll();
        Nonce nonce = worker.nonce(job).orElseThrow();
        Caller invocation = invocation();
        worker.acknowledge(invocation, job, nonce);
        pass(TIMING.jobTimeout());

        assertThat(worker.acknowledge(invocation, job, nonce)).isEqualTo(JobStatus.InProgress);
        worker.stands(job, JobStatus.TimedOut);
    }

    @Test
    @Clause(id = "REPEAT-6", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void the_success_that_ended_a_job_is_answered_again_whoever_sends_it_and_makes_no_second_follow_up() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();
        worker.succeed(job, GOES_ON);
        var before = worker.report(started.actionExecutionId());

        worker.succeed(job, GOES_ON);
        worker.succeed(invocation(), job, GOES_ON);

        assertThat(worker.report(started.actionExecutionId())).isEqualTo(before);
        assertThat(before.jobs()).hasSize(2);
    }

    @Test
    @Clause(id = "REPEAT-7", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void the_failure_that_ended_a_job_is_answered_again_whoever_sends_it() {
        Worker worker = worker();
        var started = worker.start();
        JobId job = worker.take();
        worker.fail(job);

        worker.changesNothing(started, () -> {
            worker.fail(job);
            worker.fail(invocation(), job);
        });
    }

    @Test
    @Clause(id = "REPEAT-8", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void a_result_is_answered_again_long_after_the_action_has_ended() {
        Worker worker = worker();
        var started = worker.start();
        JobId first = worker.take();
        worker.succeed(first, GOES_ON);
        pass(TIMING.continuationDelay());
        JobId last = worker.take();
        worker.fail(last);
        pass(TIMING.actionTimeout());

        worker.succeed(first, GOES_ON);
        worker.fail(last);

        assertThat(worker.statuses(started.actionExecutionId())).containsExactly(JobStatus.Succeeded, JobStatus.Failed);
        assertThat(worker.report(started.actionExecutionId()).summary().status())
                .isEqualTo(ActionExecutionStatus.Failed);
    }

    @Test
    @Clause(id = "REPEAT-9", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void a_success_that_differs_in_any_member_from_the_one_that_ended_the_job_is_refused() {
        Worker worker = worker();
        Caller invocation = invocation();
        var started = worker.start();
        JobId job = worker.take();
        worker.succeed(invocation, job, GOES_ON);

        worker.changesNothing(
                started,
                () -> otherSuccesses()
                        .forEach(other -> isRefused(
                                () -> worker.succeed(invocation, job, other),
                                "The status of job with id " + job.value()
                                        + " is already set to the desired value. It cannot be"
                                        + " updated with the same status, but different result"
                                        + " or output variables.")));
    }

    private static List<SuccessResult> otherSuccesses() {
        return List.of(
                COMPLETE,
                new SuccessResult(Optional.empty(), GOES_ON.continuationToken(), Optional.of(DETAILS)),
                new SuccessResult(Optional.of(REVISION), Optional.empty(), Optional.of(DETAILS)),
                new SuccessResult(Optional.of(REVISION), GOES_ON.continuationToken(), Optional.empty()),
                new SuccessResult(
                        Optional.of(new CurrentRevision(
                                REVISION.revision(),
                                REVISION.changeIdentifier(),
                                REVISION.created(),
                                Optional.empty())),
                        GOES_ON.continuationToken(),
                        Optional.of(DETAILS)),
                new SuccessResult(
                        Optional.of(REVISION),
                        GOES_ON.continuationToken(),
                        Optional.of(new ExecutionDetails(
                                DETAILS.summary(), DETAILS.externalExecutionId(), Optional.of(51)))));
    }

    @Test
    @Clause(id = "REPEAT-10", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void a_failure_that_differs_in_any_member_from_the_one_that_ended_the_job_is_refused() {
        Worker worker = worker();
        JobId job = worker.startAndTake();
        worker.fail(job);

        for (FailureDetails other : List.of(
                new FailureDetails(FailureType.JobFailed, FAILURE.message(), FAILURE.externalExecutionId()),
                new FailureDetails(FAILURE.type(), "otherwise", FAILURE.externalExecutionId()),
                new FailureDetails(FAILURE.type(), FAILURE.message(), Optional.empty()))) {
            isRefused(
                    () -> worker.fail(caller(), job, other),
                    "The status of job with id " + job.value() + " is already set to the desired value. It cannot be"
                            + " updated with the same status, but different result"
                            + " or output variables.");
        }
    }

    @Test
    @Clause(id = "REPEAT-11", source = Source.SEEN, where = "recordings of the service, decision 22")
    default void the_opposite_of_what_ended_a_job_is_refused_and_the_first_stays() {
        Worker worker = worker();
        Caller invocation = invocation();
        JobId succeeded = worker.startAndTake();
        worker.succeed(invocation, succeeded, COMPLETE);
        JobId failed = worker.startAndTake();
        worker.fail(invocation, failed);

        isRefused(() -> worker.fail(invocation, succeeded), "Job with id " + succeeded + " has already terminated");
        isRefused(
                () -> worker.succeed(invocation, failed, COMPLETE),
                "Job with id " + failed + " has already terminated");
        worker.stands(succeeded, JobStatus.Succeeded);
        worker.stands(failed, JobStatus.Failed);
    }

    @Test
    @Clause(id = "REPEAT-12", source = Source.OURS, where = "decision 8: recorded for jobs that a result ended")
    default void a_job_that_timed_out_takes_no_result() {
        Worker worker = worker();
        JobId job = worker.startAndTake();
        pass(TIMING.jobTimeout());

        isRefused(() -> worker.succeed(job, COMPLETE), "Job with id " + job + " has already terminated");
        isRefused(() -> worker.succeed(job, GOES_ON), "Job with id " + job + " has already terminated");
        isRefused(() -> worker.fail(job), "Job with id " + job + " has already terminated");
        worker.stands(job, JobStatus.TimedOut);
    }

    private void isRefused(Runnable result, String message) {
        says(assertThatThrownBy(result::run).isInstanceOf(Refusal.InvalidJobState.class), message);
    }

    private Caller invocation() {
        return caller().in(Optional.of(new Invocation(UUID.randomUUID().toString())));
    }
}
