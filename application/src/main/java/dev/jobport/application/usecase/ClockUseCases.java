package dev.jobport.application.usecase;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.ClockPort;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Carries out what has become due. */
public final class ClockUseCases implements ClockPort {

    /** So many jobs are looked up at a time: a crowd that is due at once neither fills the memory nor blocks a poll. */
    private static final int BATCH = 100;

    private final Store store;
    private final InstantSource time;
    private final JobChanges changes;
    private final OutcomeWatch watch;

    public ClockUseCases(Store store, InstantSource time, JobObserver observer, OutcomeWatch watch) {
        this.store = store;
        this.time = time;
        this.changes = new JobChanges(store.jobs(), observer);
        this.watch = watch;
    }

    @Override
    public void tick() {
        Instant now = time.instant();
        List<JobId> due;
        do {
            due = store.jobs().due(now, BATCH);
            due.forEach(id -> changes.update(id, job -> Outcome.of(job.at(now))));
        } while (due.size() == BATCH);
        watch.look(now);
    }
}
