package dev.jobport.application.driven;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells of the jobs of a {@link JobRepository} to those who look at many of them: pipelines, watchers, and retention, which
 * removes what ended long ago.
 */
public interface JobHistory {

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
    Page<Job> lastOfActions(Account account, PageRequest page);

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

    /**
     * Removes, in a step so small that it holds up nobody, actions that ended before {@code before}, longest ended
     * first. An action goes as a whole: none of its jobs is to be found any more when the first of them is gone.
     * Callers share the work.
     *
     * @param jobs about how many jobs may go in this step
     * @return what went in this step, and to nobody else
     */
    Removal removeEnded(Instant before, int jobs);

    /**
     * What a step removed.
     *
     * @param actions those that are to be found no more, in any order; each is told once, in the step in which it goes
     * @param mayBeMore whether a further step may remove something
     */
    record Removal(List<ActionExecutionId> actions, boolean mayBeMore) {

        public static final Removal NOTHING = new Removal(List.of(), false);

        public Removal {
            actions = List.copyOf(actions);
        }
    }
}
