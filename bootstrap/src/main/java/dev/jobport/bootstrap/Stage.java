package dev.jobport.bootstrap;

import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

/** A part of a job's life whose length operators watch. */
enum Stage {
    QUEUED("jobport.jobs.queued", "For how long jobs were queued until a poll took them."),
    WORKED_ON("jobport.jobs.worked.on", "For how long workers had acknowledged jobs until they told the result.");

    /** Few, because each action type has them: from a poll that was waiting to a person's approval. */
    static final Duration[] BUCKETS = LongStream.of(1, 5, 30, 120, 600, 3600)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final String meter;
    private final String description;

    Stage(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }

    /** The stage that ends with the second status; a timeout is nobody's result. */
    static Optional<Stage> between(JobStatus before, JobStatus after) {
        if (before == JobStatus.Queued && after == JobStatus.Dispatched) {
            return Optional.of(QUEUED);
        }
        boolean result = after == JobStatus.Succeeded || after == JobStatus.Failed;
        return before == JobStatus.InProgress && result ? Optional.of(WORKED_ON) : Optional.empty();
    }
}
