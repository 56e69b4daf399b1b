package dev.jobport.adapters.persistence.sql;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts how many changes share a commit: what a store saves when it is busy. */
public final class CommitSizes {

    private final DistributionSummary sizes;

    /** @param largest how many changes a commit takes at most */
    public CommitSizes(int largest, MeterRegistry meters) {
        this.sizes = DistributionSummary.builder("jobport.store.commit.changes")
                .description("Changes that shared a commit.")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, largest)
                .register(meters);
    }

    public void record(int changes) {
        sizes.record(changes);
    }
}
