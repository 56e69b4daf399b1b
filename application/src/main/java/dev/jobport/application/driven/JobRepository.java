package dev.jobport.application.driven;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Keeps jobs. To which account a job belongs is told by its queue.
 *
 * <p>Two promises carry the whole protocol: a change is atomic ({@link #update}), and a due job goes to one caller only
 * ({@link #claim}). When a method that changes something returns, the change is as durable as the store can make it.
 * Instants are kept to the millisecond. A handed-in move is a pure function: a store may call it again, and it calls
 * nothing of the store.
 */
public interface JobRepository {

    /** Keeps the first job of a new action, and the action with it. */
    void add(Job first);

    Optional<Job> find(JobId id);

    /** The action of a job. It never changes, so a store that others change too may still answer from its memory. */
    default Optional<ActionExecution> actionOf(JobId id) {
        return find(id).map(Job::action);
    }

    /**
     * Replaces a job by what the move makes of it, together with the follow-up job that the move may bring, or changes
     * nothing. No other change of the job happens in between. If the move throws, nothing has changed and the exception
     * is passed on.
     *
     * @return what the move made
     * @throws Refusal.JobNotFound if there is no such job
     */
    Outcome update(JobId id, Function<Job, Outcome> move);

    /**
     * Hands out jobs of a queue that can be dispatched at {@code now}: queued, or due, or with a lapsed lease,
     * and their action's deadline not reached. Oldest due first; jobs due at the same time in the order in which they
     * were added. No job goes to two callers.
     *
     * @param dispatch the move that each of them makes
     * @return the jobs as dispatched, at most {@code atMost}
     */
    List<Job> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch);

    /**
     * Keeps what the clock alone has made of jobs by {@code now}, longest due first. Callers share the work: no job goes
     * to two of them.
     *
     * @param move what the clock makes of a job
     * @return the jobs as changed, at most {@code atMost}
     */
    List<Job> advance(Instant now, int atMost, UnaryOperator<Job> move);

    /**
     * Removes, in a step so small that it holds up nobody, actions that ended before {@code before}, longest ended
     * first. An action goes as a whole: none of its jobs is to be found any more when the first of them is gone.
     * Callers share the work.
     *
     * @param jobs about how many jobs may go in this step
     * @return whether there may be more to remove
     */
    boolean removeEnded(Instant before, int jobs);

    /** All jobs of an action, in order; empty if there is no such action. */
    List<Job> ofAction(ActionExecutionId id);

    /**
     * Jobs of one account, newest first, of one status or of any. The cost does not grow with other accounts' jobs.
     *
     * @throws Refusal.InvalidNextToken if the token was not given out by this list
     */
    Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page);

    /**
     * The last job of each action of one account, newest action first. The cost does not grow with other accounts' actions.
     *
     * @throws Refusal.InvalidNextToken if the token was not given out by this list
     */
    Page<Job> listLastOfActions(Account account, PageRequest page);

    /**
     * The jobs that have not ended, counted by account, action type and status as they are kept: what the clock has changed
     * meanwhile shows when its change is kept. One entry for each of these of which there are jobs, in any order. The cost
     * does not grow with jobs that have ended.
     */
    List<Backlog> backlog();

    /** How many actions of the account have not ended; at most {@code atMost} are counted. */
    default long openActions(Account account, int atMost) {
        long open = backlog().stream()
                .filter(part -> part.account().equals(account))
                .mapToLong(Backlog::jobs)
                .sum();
        return Math.min(open, atMost);
    }
}
