package dev.jobport.application.driven;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Keeps jobs for those who change them: job workers and the clock. To which account a job belongs is told by its queue.
 *
 * <p>Two promises carry the whole protocol: a change is atomic ({@link #update}), and a due job goes to one caller only
 * ({@link #claim}). When a method that changes something returns, the change is as durable as the store can make it.
 * Instants are kept to the millisecond.
 */
public interface JobRepository {

    /** Keeps the first job of a new action, and the action with it. */
    void add(Job first);

    default Optional<Job> find(JobId id) {
        return find(id, (job, client) -> job);
    }

    /**
     * Looks at a job.
     *
     * @param look makes the answer of the job and its client as they are now, as a {@link Move} is given them
     * @return empty if there is no such job
     */
    <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look);

    /** What to make of a job. A pure function: a store may call it again, and it calls nothing of the store. */
    @FunctionalInterface
    interface Move {

        /**
         * @param client whose the job is, as it is now: empty if the job is of a custom action, or the client was removed
         * @return of this job
         */
        Change of(Job job, Optional<Client> client);
    }

    /** As {@link #update(JobId, Move)} does, for a move that does not ask whose the job is. */
    default Change update(JobId id, Function<Job, Change> move) {
        return update(id, (job, client) -> move.apply(job));
    }

    /**
     * Replaces a job by what the move makes of it, together with the follow-up job that the move may bring, or changes
     * nothing. No other change of the job happens in between; nor is a change kept that was made for a client as it was
     * before somebody replaced or removed it. If the move throws, nothing has changed and the exception is passed on.
     *
     * @return what the move made
     * @throws Refusal.JobNotFound if there is no such job
     */
    Change update(JobId id, Move move);

    /**
     * Hands out jobs of a queue that can be dispatched at {@code now}: queued, or due, or with a lapsed lease,
     * and their action's deadline not reached. Oldest due first; jobs due at the same time in the order in which they
     * were added. No job goes to two callers.
     *
     * @param dispatch the move that each of them makes; a pure function, as each move
     * @return what has become of them, at most {@code atMost}
     */
    List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch);

    /**
     * Keeps what the clock alone has made of jobs by {@code now}, longest due first. Callers share the work: no job goes
     * to two of them.
     *
     * @param move what the clock makes of a job
     * @return what has become of them, at most {@code atMost}
     */
    List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move);
}
