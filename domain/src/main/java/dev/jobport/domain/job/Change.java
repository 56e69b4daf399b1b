package dev.jobport.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a move made of a job, and the follow-up job that it may have brought into being. It is kept as a whole or not at all.
 *
 * @param before the job as the move found it
 * @param after the very same if the move left it as it was
 */
public record Change(Job before, Job after, Optional<Job> followUp) {

    public Change {
        requireNonNull(before);
        requireNonNull(after);
        requireNonNull(followUp);
    }

    /** A change that brings no follow-up. */
    public static Change of(Job before, Job after) {
        return new Change(before, after, Optional.empty());
    }

    /** The job stays as it is. */
    public static Change none(Job job) {
        return of(job, job);
    }

    /** Whether everything stays as it was, so that there is nothing to keep. */
    public boolean isNone() {
        return after == before && followUp.isEmpty();
    }

    /** The transitions that the job has made, oldest first. */
    public List<Transition> news() {
        List<Transition> all = after.transitions();
        List<Transition> old = before.transitions();
        Transition latest = old.get(old.size() - 1);
        int known = all.size();
        while (known > 0 && all.get(known - 1) != latest) { // the same one, for two may be equal
            known--;
        }
        return all.subList(known, all.size());
    }

    /** When the action ended with this change; absent if it goes on. */
    public Optional<Instant> actionEndedAt() {
        boolean goesOn = followUp.isPresent() || !after.status().isTerminal();
        return goesOn
                ? Optional.empty()
                : Optional.of(
                        after.transitions().get(after.transitions().size() - 1).at());
    }
}
