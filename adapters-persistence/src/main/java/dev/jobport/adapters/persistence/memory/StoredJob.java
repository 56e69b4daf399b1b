package dev.jobport.adapters.persistence.memory;

import dev.jobport.domain.job.Job;
import java.time.Instant;
import java.util.Comparator;

/**
 * A job and its number in the order of adding. The comparators put jobs in an order without ties.
 *
 * @param isLast whether it is the last of its action; once it has ended, that stays so
 */
record StoredJob(long number, Job job, boolean isLast) {

    static final Comparator<StoredJob> NEWEST_FIRST =
            Comparator.comparingLong(StoredJob::number).reversed();

    static final Comparator<StoredJob> OLDEST_DUE_FIRST = Comparator.<StoredJob, Instant>comparing(
                    stored -> stored.job().dueAt())
            .thenComparing(StoredJob::number);

    static final Comparator<StoredJob> NEXT_CHANGE_FIRST = Comparator.<StoredJob, Instant>comparing(
                    stored -> stored.job().nextChangeAt().orElseThrow())
            .thenComparing(StoredJob::number);

    static final Comparator<StoredJob> LONGEST_ENDED_FIRST =
            Comparator.comparing(StoredJob::latestChangeAt).thenComparing(StoredJob::number);

    Instant latestChangeAt() {
        return job.transitions().get(job.transitions().size() - 1).at();
    }

    /** Whether the clock has changed the job by {@code now}. */
    boolean isDue(Instant now) {
        return job.nextChangeAt().filter(change -> !change.isAfter(now)).isPresent();
    }
}
