package dev.jobport.adapters.persistence.memory;

import dev.jobport.domain.job.Job;
import java.time.Instant;
import java.util.Comparator;

/**
 * A job and its number in the order of adding. The comparators put jobs in an order without ties.
 *
 * @param isLast whether it is the last of its action; once it has ended, that stays so
 * @param nextChangeAt the job's, or never
 */
record StoredJob(long number, Job job, boolean isLast, Instant nextChangeAt) {

    static final Comparator<StoredJob> NEWEST_FIRST = (one, other) -> Long.compare(other.number, one.number);

    static final Comparator<StoredJob> OLDEST_DUE_FIRST = Comparator.<StoredJob, Instant>comparing(
                    stored -> stored.job().dueAt())
            .thenComparing(StoredJob::number);

    static final Comparator<StoredJob> NEXT_CHANGE_FIRST =
            Comparator.comparing(StoredJob::nextChangeAt).thenComparing(StoredJob::number);

    static final Comparator<StoredJob> LONGEST_ENDED_FIRST =
            Comparator.comparing(StoredJob::latestChangeAt).thenComparing(StoredJob::number);

    StoredJob(long number, Job job, boolean isLast) {
        this(number, job, isLast, job.nextChangeAt().orElse(Instant.MAX));
    }

    /** To be compared with others by its number only. */
    static StoredJob numbered(long number) {
        return new StoredJob(number, null, false, Instant.MAX);
    }

    Instant latestChangeAt() {
        return job.transitions().get(job.transitions().size() - 1).at();
    }

    /** Whether the clock has changed the job by {@code now}. */
    boolean isDue(Instant now) {
        return !nextChangeAt.isAfter(now);
    }
}
