package dev.jobport.adapters.persistence.memory;

import dev.jobport.domain.job.Job;
import java.time.Instant;
import java.util.Comparator;

/** A job and its number in the order of adding. The comparators put jobs in an order without ties. */
record StoredJob(long number, Job job) {

    static final Comparator<StoredJob> NEWEST_FIRST =
            Comparator.comparingLong(StoredJob::number).reversed();

    static final Comparator<StoredJob> OLDEST_DUE_FIRST = Comparator.<StoredJob, Instant>comparing(
                    stored -> stored.job().dueAt())
            .thenComparing(StoredJob::number);

    static final Comparator<StoredJob> NEXT_CHANGE_FIRST = Comparator.<StoredJob, Instant>comparing(
                    stored -> stored.job().nextChangeAt().orElseThrow())
            .thenComparing(StoredJob::number);

    /** Whether the clock has changed the job by {@code now}. */
    boolean isDue(Instant now) {
        return job.nextChangeAt().filter(change -> !change.isAfter(now)).isPresent();
    }
}
