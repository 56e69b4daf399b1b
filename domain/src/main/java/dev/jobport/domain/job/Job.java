package dev.jobport.domain.job;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One unit of work, handed to one worker at a time. The aggregate: immutable, and every rule of its life is here.
 *
 * <p>Each move returns the next Job or throws a {@link Refusal}, and then nothing has changed. Every move first lets the
 * clock have its say ({@link #at}), so a rule of time holds to the millisecond, however late anybody looks.
 */
public final class Job {

    /** How many transitions a job remembers: its first, and the latest of a job that is offered again and again. */
    public static final int REMEMBERED_TRANSITIONS = 100;

    private final JobId id;
    private final ActionExecution action;
    private final int number;
    private final Optional<ContinuationToken> continuationToken;
    private final Instant dueAt;
    private final State state;
    private final int newTransitions;

    /**
     * The part of a job that moves replace.
     *
     * @param nonce of the latest dispatch; absent until the first
     * @param until when the dispatch lease lapses or the job times out; absent when neither runs
     * @param progress of the action, this job's report included
     * @param transitions the latest last, at most {@value Job#REMEMBERED_TRANSITIONS}
     */
    public record State(
            JobStatus status,
            Optional<Nonce> nonce,
            Optional<Instant> until,
            ActionProgress progress,
            List<Transition> transitions) {

        public State {
            requireNonNull(status);
            requireNonNull(nonce);
            requireNonNull(until);
            requireNonNull(progress);
            transitions = List.copyOf(transitions);
        }

        private State to(JobStatus next, Instant at) {
            if (!status.mayBecome(next)) {
                throw new IllegalStateException("the life cycle does not lead from " + status + " to " + next);
            }
            List<Transition> remembered = new ArrayList<>(transitions);
            if (remembered.size() == REMEMBERED_TRANSITIONS) {
                remembered.remove(1);
            }
            remembered.add(new Transition(next, at));
            return new State(next, nonce, Optional.empty(), progress, remembered);
        }

        private State with(Nonce newNonce) {
            return new State(status, Optional.of(newNonce), until, progress, transitions);
        }

        private State until(Instant end) {
            return new State(status, nonce, Optional.of(end), progress, transitions);
        }

        private State with(ActionProgress newProgress) {
            return new State(status, nonce, until, newProgress, transitions);
        }
    }

    private Job(
            JobId id,
            ActionExecution action,
            int number,
            Optional<ContinuationToken> continuationToken,
            Instant dueAt,
            State state,
            int newTransitions) {
        this.id = requireNonNull(id);
        this.action = requireNonNull(action);
        this.number = number;
        this.continuationToken = requireNonNull(continuationToken);
        this.dueAt = requireNonNull(dueAt);
        this.state = requireNonNull(state);
        this.newTransitions = newTransitions;
    }

    /** The first job of an action that starts: pollable at once. */
    public static Job first(JobId id, ActionExecution action) {
        Instant start = action.startedAt();
        return create(id, action, 1, Optional.empty(), start, start, ActionProgress.NONE);
    }

    /** A stored job, exactly as it was. For stores only. */
    public static Job restore(
            JobId id,
            ActionExecution action,
            int number,
            Optional<ContinuationToken> continuationToken,
            Instant dueAt,
            State state) {
        return new Job(id, action, number, continuationToken, dueAt, state, 0);
    }

    private static Job create(
            JobId id,
            ActionExecution action,
            int number,
            Optional<ContinuationToken> token,
            Instant now,
            Instant dueAt,
            ActionProgress progress) {
        State created =
                new State(Created, Optional.empty(), Optional.empty(), progress, List.of(new Transition(Created, now)));
        return new Job(id, action, number, token, dueAt, created, 1).at(now);
    }

    /** A poll hands the job out: the lease starts, and whatever nonce there was is dead. */
    public Job dispatch(Nonce nonce, Instant now) {
        Job job = at(now);
        if (!job.status().mayBecome(Dispatched)) {
            throw job.notAllowed("be handed out", Queued);
        }
        return job.become(job.state
                .to(Dispatched, now)
                .with(nonce)
                .until(now.plus(action.timing().dispatchLease())));
    }

    /**
     * A worker takes the job that was handed to it. The nonce of a lease that lapsed still counts until the job is
     * handed out again.
     *
     * @throws Refusal.InvalidNonce if the nonce is not the current one or has been used; never InvalidJobState, which is
     *     not among the errors of AcknowledgeJob (CodePipeline API Reference)
     */
    public Job acknowledge(Nonce nonce, Instant now) {
        Job job = at(now);
        if (!job.status().mayBecome(InProgress) || !job.nonce().equals(Optional.of(nonce))) {
            throw new Refusal.InvalidNonce();
        }
        return job.become(
                job.state.to(InProgress, now).until(now.plus(action.timing().jobTimeout())));
    }

    /**
     * The worker reports success. With a continuation token the action goes on in a follow-up job, which carries the
     * token and becomes pollable after the continuation delay; without one the action is complete.
     *
     * @param followUpId the name that a follow-up job would get
     * @throws Refusal.InvalidJobState unless the job is in progress
     */
    public Outcome succeed(SuccessResult result, JobId followUpId, Instant now) {
        Job job = inProgressAt(now);
        ActionProgress progress = job.progress()
                .withReport(result.executionDetails().orElse(ExecutionDetails.NONE), result.currentRevision());
        Job succeeded = job.become(job.state.to(Succeeded, now).with(progress));
        return new Outcome(
                succeeded,
                result.continuationToken()
                        .map(token -> create(
                                followUpId,
                                action,
                                number + 1,
                                Optional.of(token),
                                now,
                                now.plus(action.timing().continuationDelay()),
                                progress)));
    }

    /**
     * The worker reports failure, and with it the action has failed.
     *
     * @throws Refusal.InvalidJobState unless the job is in progress
     */
    public Job fail(FailureDetails failure, Instant now) {
        Job job = inProgressAt(now);
        ExecutionDetails details = ExecutionDetails.NONE.withExternalExecutionId(failure.externalExecutionId());
        return job.become(job.state
                .to(Failed, now)
                .with(job.progress()
                        .withReport(details, Optional.empty())
                        .withError(new ErrorDetails(failure.type().name(), failure.message()))));
    }

    /** What the clock alone has made of the job by {@code now}; this very job if nothing was due. */
    public Job at(Instant now) {
        Job job = this;
        for (Optional<Instant> due = job.nextChangeAt();
                due.isPresent() && !due.get().isAfter(now);
                due = job.nextChangeAt()) {
            job = job.struckAt(due.get());
        }
        return job;
    }

    /** When the clock next changes the job: it becomes due, its lease lapses, or it or its action times out. */
    public Optional<Instant> nextChangeAt() {
        return switch (status()) {
            case Created -> Optional.of(earlier(dueAt, action.deadline()));
            case Queued -> Optional.of(action.deadline());
            case Dispatched, InProgress -> Optional.of(earlier(state.until.orElseThrow(), action.deadline()));
            case Succeeded, Failed, TimedOut -> Optional.empty();
        };
    }

    private Job struckAt(Instant due) {
        if (!due.isBefore(action.deadline())) {
            return timedOut(due, ErrorDetails.actionTimedOut(action.timing()));
        }
        return switch (status()) {
            case Created, Dispatched -> become(state.to(Queued, due));
            case InProgress -> timedOut(due, ErrorDetails.jobTimedOut(action.timing()));
            case Queued, Succeeded, Failed, TimedOut ->
                throw new IllegalStateException("only the action's deadline strikes a job that is " + status());
        };
    }

    private Job timedOut(Instant at, ErrorDetails error) {
        return become(state.to(TimedOut, at).with(progress().withError(error)));
    }

    private Job inProgressAt(Instant now) {
        Job job = at(now);
        if (job.status() != InProgress) {
            throw job.notAllowed("take a result", InProgress);
        }
        return job;
    }

    private Refusal notAllowed(String what, JobStatus needed) {
        return new Refusal.InvalidJobState(
                "The job '" + id + "' is " + status() + "; it must be " + needed + " to " + what + ".");
    }

    private Job become(State next) {
        int moved = 1 + newTransitions;
        return new Job(id, action, number, continuationToken, dueAt, next, moved);
    }

    /** This job with nothing new to tell: what a store that keeps the object itself hands out afterwards. */
    public Job recorded() {
        return newTransitions == 0 ? this : new Job(id, action, number, continuationToken, dueAt, state, 0);
    }

    /** The transitions since the job was created or read from its store, oldest first. */
    public List<Transition> newTransitions() {
        int size = transitions().size();
        return transitions().subList(Math.max(0, size - newTransitions), size);
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

    public State state() {
        return state;
    }

    public JobStatus status() {
        return state.status;
    }

    public Optional<Nonce> nonce() {
        return state.nonce;
    }

    public ActionProgress progress() {
        return state.progress;
    }

    public List<Transition> transitions() {
        return state.transitions;
    }

    /** How the action stands if this is its last job. */
    public ActionExecutionStatus actionStatus() {
        return switch (status()) {
            case Created, Queued, Dispatched, InProgress -> ActionExecutionStatus.InProgress;
            case Succeeded -> ActionExecutionStatus.Succeeded;
            case Failed, TimedOut -> ActionExecutionStatus.Failed;
        };
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
