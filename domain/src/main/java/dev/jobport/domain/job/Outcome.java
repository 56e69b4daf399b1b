package dev.jobport.domain.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What a move made of a job, and the follow-up job it may have brought into being. The two are one change. */
public record Outcome(Job job, Optional<Job> followUp) {

    public Outcome {
        requireNonNull(job);
        requireNonNull(followUp);
    }

    public static Outcome of(Job job) {
        return new Outcome(job, Optional.empty());
    }

    /** When the action ended with this change; absent if it goes on. */
    public Optional<Instant> actionEndedAt() {
        boolean goesOn = followUp.isPresent() || !job.status().isTerminal();
        return goesOn
                ? Optional.empty()
                : Optional.of(
                        job.transitions().get(job.transitions().size() - 1).at());
    }
}
