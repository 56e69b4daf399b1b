package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.JobReport;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A job worker of either family, its one action type, and the moves that tests make on its behalf. */
public abstract class Worker {

    final JobWorkerWorld world;
    private final ActionTypeId actionType;

    Worker(JobWorkerWorld world, ActionTypeId actionType) {
        this.world = world;
        this.actionType = actionType;
    }

    public ActionTypeId actionType() {
        return actionType;
    }

    public abstract Started start(ActionInput input);

    public abstract List<JobId> poll(Caller caller, ActionTypeId type, int maxBatchSize);

    /** What the details of the job tell. */
    public abstract JobData data(Caller caller, JobId job);

    /** The nonce as the worker knows it; none if the job was never handed out. */
    public abstract Optional<Nonce> nonce(JobId job);

    public abstract JobStatus acknowledge(Caller caller, JobId job, Nonce nonce);

    public abstract void succeed(Caller caller, JobId job, SuccessResult result);

    public abstract void fail(Caller caller, JobId job, FailureDetails failure);

    public Started start() {
        return start(BARE_INPUT);
    }

    public List<JobId> poll() {
        return poll(10);
    }

    public List<JobId> poll(int maxBatchSize) {
        return poll(world.caller(), actionType, maxBatchSize);
    }

    /** Polls the one job that is due. */
    public JobId pollOne() {
        List<JobId> jobs = world.due(this::poll);
        if (jobs.size() != 1) {
            throw new AssertionError("expected one job to be due, got " + jobs);
        }
        return jobs.get(0);
    }

    /** Starts an action and polls its job, the only one that is due. */
    public JobId startAndPoll() {
        start();
        return pollOne();
    }

    public JobData data(JobId job) {
        return data(world.caller(), job);
    }

    public JobStatus acknowledge(JobId job, Nonce nonce) {
        return acknowledge(world.caller(), job, nonce);
    }

    /** Polls the one job that is due and acknowledges it. */
    public JobId take() {
        JobId job = pollOne();
        acknowledge(job, nonce(job).orElseThrow());
        return job;
    }

    /** Starts an action and takes its job, the only one that is due. */
    public JobId startAndTake() {
        start();
        return take();
    }

    public void succeed(JobId job, SuccessResult result) {
        succeed(world.caller(), job, result);
    }

    public void fail(JobId job) {
        fail(world.caller(), job);
    }

    public void fail(Caller caller, JobId job) {
        fail(caller, job, FAILURE);
    }

    /** All that a caller who knows a job may try with it. */
    public Stream<ThrowingCallable> tries(Caller caller, JobId job, Nonce nonce) {
        return Stream.of(
                () -> data(caller, job),
                () -> acknowledge(caller, job, nonce),
                () -> succeed(caller, job, COMPLETE),
                () -> fail(caller, job));
    }

    /** Requires the job to stand so, wherever somebody can look. */
    public void stands(JobId job, JobStatus expected) {
        if (world.showsJobs()) {
            assertThat(status(job)).as("status of job %s", job).isEqualTo(expected);
        }
    }

    /** Requires the action to be left as it is, wherever somebody can look. */
    public void changesNothing(Started action, Runnable moves) {
        if (!world.showsJobs()) {
            moves.run();
            return;
        }
        ActionExecutionReport before = report(action.actionExecutionId());
        moves.run();
        assertThat(report(action.actionExecutionId())).isEqualTo(before);
    }

    public JobStatus status(JobId job) {
        return world.pipeline().job(world.account(), job).status();
    }

    public ActionExecutionReport report(ActionExecutionId action) {
        return world.pipeline().actionExecution(world.account(), action);
    }

    public List<JobStatus> statuses(ActionExecutionId action) {
        return report(action).jobs().stream().map(JobReport::status).toList();
    }
}
