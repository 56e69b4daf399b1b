package dev.jobport.domain.job;

import static dev.jobport.domain.job.JobStatus.Abandoned;
import static dev.jobport.domain.job.JobStatus.Created;
import static dev.jobport.domain.job.JobStatus.Dispatched;
import static dev.jobport.domain.job.JobStatus.Failed;
import static dev.jobport.domain.job.JobStatus.InProgress;
import static dev.jobport.domain.job.JobStatus.Queued;
import static dev.jobport.domain.job.JobStatus.Succeeded;
import static dev.jobport.domain.job.JobStatus.TimedOut;
import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One unit of work, handed to one worker at a time. The aggregate: immutable, and every rule of its life is here.
 *
 * <p>Each move returns the next Job or throws a {@link Refusal}, and then nothing has changed. Every move but a repeated
 * acknowledgement first applies what time has changed ({@link #at}), so a rule of time holds to the millisecond, however
 * late anybody looks.
 */
public final class Job {

    private final JobId id;
    private final ActionExecution action;
    private final int number;
    private final Optional<ContinuationToken> continuationToken;
    private final Instant dueAt;
    private final JobState state;

    private Job(
            JobId id,
            ActionExecution action,
            int number,
            Optional<ContinuationToken> continuationToken,
            Instant dueAt,
            JobState state) {
        this.id = requireNonNull(id);
        this.action = requireNonNull(action);
        this.number = number;
        this.continuationToken = requireNonNull(continuationToken);
        this.dueAt = requireNonNull(dueAt);
        this.state = requireNonNull(state);
    }

    /** The first job of an action that starts: pollable at once. */
    public static Job first(JobId id, ActionExecution action) {
        Instant start = action.startedAt();
        JobState created = JobState.created(start, ActionProgress.NONE);
        return new Job(id, action, 1, Optional.empty(), start, created).at(start);
    }

    private Job followUp(JobId followUpId, ContinuationToken token, Instant now) {
        Instant due = now.plus(action.timing().continuationDelay());
        JobState created = JobState.created(now, progress());
        return new Job(followUpId, action, number + 1, Optional.of(token), due, created).at(now);
    }

    /** A stored job, exactly as it was. For stores only. */
    public static Job restore(
            JobId id,
            ActionExecution action,
            int number,
            Optional<ContinuationToken> continuationToken,
            Instant dueAt,
            JobState state) {
        return new Job(id, action, number, continuationToken, dueAt, state);
    }

    /**
     * A poll hands the job out: the lease starts, and whatever nonce there was is dead.
     *
     * @throws Refusal.InvalidJobState unless the job is queued
     */
    public Job dispatch(Nonce nonce, Instant now) {
        Job job = at(now).mustBe(Queued, "be handed out");
        Instant lapse = now.plus(action.timing().dispatchLease());
        return job.become(job.state.to(Dispatched, now).with(nonce).until(lapse));
    }

    /**
     * Whoever dispatched the job could not tell a worker of it: the lease ends at once, and the job can be polled again.
     * It stays as it is if it is not dispatched with this nonce any more.
     */
    public Job giveBack(Nonce dispatched, Instant now) {
        Job job = at(now);
        boolean isStillOut = job.status() == Dispatched && job.isCurrent(dispatched);
        return isStillOut ? job.become(job.state.to(Queued, now)) : job;
    }

    /**
     * A worker takes the job that was handed to it. The nonce of a lease that lapsed still counts until the job is
     * handed out again. A repeat of the invocation that took it leaves the job as it is, whatever has become of it.
     *
     * @param invocation by which a repeat is told from another worker's claim; absent if the client does not say
     * @throws Refusal.InvalidNonce if the nonce is not the current one or has been used; never InvalidJobState, which is
     *     not among the errors of AcknowledgeJob (CodePipeline API Reference)
     */
    public Job acknowledge(Nonce nonce, Optional<Invocation> invocation, Instant now) {
        if (invocation.isPresent() && invocation.equals(state.acknowledgedBy()) && isCurrent(nonce)) {
            return this;
        }
        Job job = at(now);
        if (!job.status().mayBecome(InProgress) || !job.isCurrent(nonce)) {
            throw new Refusal.InvalidNonce();
        }
        Instant timeout = now.plus(action.timing().jobTimeout());
        return job.become(job.state.to(InProgress, now).until(timeout).by(invocation));
    }

    /**
     * The worker reports success. With a continuation token the action goes on in a follow-up job, which carries the
     * token and becomes pollable after the continuation delay; without one the action is complete. The very result that
     * the job has ended with may come again, and changes nothing.
     *
     * @param followUpIds mints the name of a follow-up job, if there is to be one
     * @throws Refusal.InvalidJobState unless the job is in progress, has ended with this result, or was stopped after its
     *     acknowledgement
     */
    public Change succeed(SuccessResult result, Supplier<JobId> followUpIds, Instant now) {
        ResultFingerprint fingerprint = ResultFingerprint.of(result);
        Job job = at(now);
        if (job.changesNothing(Succeeded, fingerprint)) {
            return Change.of(this, job);
        }
        ExecutionDetails details = result.executionDetails().orElse(ExecutionDetails.NONE);
        ActionProgress progress =
                job.progress().withReport(details, result.currentRevision(), result.outputVariables());
        Job succeeded = job.become(job.state.to(Succeeded, now).with(progress).with(fingerprint));
        return new Change(
                this,
                succeeded,
                result.continuationToken().map(token -> succeeded.followUp(followUpIds.get(), token, now)));
    }

    /**
     * The worker reports failure, and with it the action has failed. The very failure that the job has ended with may come
     * again, and changes nothing.
     *
     * @throws Refusal.InvalidJobState unless the job is in progress, has ended with this failure, or was stopped after its
     *     acknowledgement
     */
    public Job fail(FailureDetails failure, Instant now) {
        ResultFingerprint fingerprint = ResultFingerprint.of(failure);
        Job job = at(now);
        if (job.changesNothing(Failed, fingerprint)) {
            return job;
        }
        ExecutionDetails details = ExecutionDetails.NONE.withExternalExecutionId(failure.externalExecutionId());
        ErrorDetails error = new ErrorDetails(failure.type().name(), failure.message());
        ActionProgress progress = job.progress()
                .withReport(details, Optional.empty(), OutputVariables.NONE)
                .withError(error);
        return job.become(job.state.to(Failed, now).with(progress).with(fingerprint));
    }

    /**
     * The action is stopped, and with it the job: it is not offered any more. If a worker has acknowledged it already, what
     * that worker reports is taken and changes nothing. A job that has ended stays as it is.
     */
    public Job stop(Instant now) {
        Job job = at(now);
        return job.status().isTerminal() ? job : job.become(job.state.to(Abandoned, now));
    }

    /**
     * Whether a result changes nothing: it has been taken before, or nobody waits for it. The texts are CodePipeline's own.
     *
     * @throws Refusal.InvalidJobState if the job has ended otherwise, or cannot take a result yet
     */
    private boolean changesNothing(JobStatus end, ResultFingerprint result) {
        if (!status().isTerminal()) {
            mustBe(InProgress, "take a result");
            return false;
        }
        if (isAbandonedInWork()) {
            return true;
        }
        if (status() != end) {
            throw new Refusal.InvalidJobState("Job with id " + id + " has already terminated");
        }
        if (!state.result().equals(Optional.of(result))) {
            throw new Refusal.InvalidJobState("The status of job with id " + id
                    + " is already set to the desired value. It cannot be updated with the same status, but different"
                    + " result or output variables.");
        }
        return true;
    }

    /** Whether a worker may still be at work on it, though nobody waits for the result. */
    private boolean isAbandonedInWork() {
        return status() == Abandoned && transitions().stream().anyMatch(step -> step.status() == InProgress);
    }

    private boolean isCurrent(Nonce nonce) {
        return nonce().equals(Optional.of(nonce));
    }

    /** What the clock alone has made of the job by {@code now}; this very job if nothing was due. */
    public Job at(Instant now) {
        return nextChangeAt()
                .filter(due -> !due.isAfter(now))
                .map(due -> changedAt(due).at(now))
                .orElse(this);
    }

    /** When the clock next changes the job: it becomes due, its lease lapses, or it or its action times out. */
    public Optional<Instant> nextChangeAt() {
        return switch (status()) {
            case Created -> Optional.of(earlier(dueAt, action.deadline()));
            case Queued -> Optional.of(action.deadline());
            case Dispatched, InProgress -> Optional.of(earlier(state.until().orElseThrow(), action.deadline()));
            case Succeeded, Failed, TimedOut, Abandoned -> Optional.empty();
        };
    }

    private Job changedAt(Instant due) {
        boolean actionIsOver = !due.isBefore(action.deadline());
        if (!actionIsOver && status() != InProgress) {
            return become(state.to(Queued, due)); // its delay is over, or its lease has lapsed
        }
        ErrorDetails error =
                actionIsOver ? ErrorDetails.actionTimedOut(action.timing()) : ErrorDetails.jobTimedOut(action.timing());
        return become(state.to(TimedOut, due).with(progress().withError(error)));
    }

    private Job mustBe(JobStatus needed, String purpose) {
        if (status() != needed) {
            throw new Refusal.InvalidJobState(
                    "The job '" + id + "' is " + status() + "; it must be " + needed + " to " + purpose + ".");
        }
        return this;
    }

    private Job become(JobState next) {
        return new Job(id, action, number, continuationToken, dueAt, next);
    }

    public JobId id() {
        return id;
    }

    public ActionExecution action() {
        return action;
    }

    /** The job's place among the jobs of its action, from 1. */
    public int number() {
        return number;
    }

    /** The token that the job before this one reported; absent from an action's first job. */
    public Optional<ContinuationToken> continuationToken() {
        return continuationToken;
    }

    /** Since when, or from when on, the job can be polled; older ones are offered first. */
    public Instant dueAt() {
        return dueAt;
    }

    public JobState state() {
        return state;
    }

    public JobStatus status() {
        return state.status();
    }

    public Optional<Nonce> nonce() {
        return state.nonce();
    }

    public ActionProgress progress() {
        return state.progress();
    }

    public List<Transition> transitions() {
        return state.transitions();
    }

    /** How the action stands if this is its last job. */
    public ActionExecutionStatus actionStatus() {
        return status().actionStatus();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Job job
                && id.equals(job.id)
                && action.equals(job.action)
                && number == job.number
                && continuationToken.equals(job.continuationToken)
                && dueAt.equals(job.dueAt)
                && state.equals(job.state);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Job[" + id + " " + status() + ", " + number + " of action " + action.id() + "]";
    }
}
