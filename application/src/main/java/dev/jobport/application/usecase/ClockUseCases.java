package dev.jobport.application.usecase;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Carries out what has become due. */
public final class ClockUseCases implements Clock {

    /** So many jobs change at a time: a crowd that is due at once neither fills the memory nor blocks a poll. */
    private static final int BATCH = 100;

    /** So many jobs are removed at a time: a step of a few milliseconds, also where one writer serves all. */
    private static final int REMOVAL = 25;

    /** More than a server ends meanwhile, and still others come in between. */
    private static final int REMOVALS = 8;

    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(1);

    private final Store store;
    private final InstantSource time;
    private final JobChanges changes;
    private final OutcomeWatch watch;
    private final Pulse pulse;
    private final Duration retention;
    private volatile Instant nextRemoval = Instant.MIN;

    /** @param retention how long an action and its jobs are kept after it ended */
    public ClockUseCases(
            Store store,
            InstantSource time,
            JobObserver observer,
            OutcomeWatch watch,
            Pulse pulse,
            Duration retention) {
        this.store = store;
        this.time = time;
        this.changes = new JobChanges(store.jobs(), observer);
        this.watch = watch;
        this.pulse = pulse;
        this.retention = retention;
    }

    /** One at a time: a second would find what the first is at locked, and leave it out. */
    @Override
    public synchronized void tick() {
        Instant now = time.instant();
        int advanced;
        do {
            advanced = changes.advance(now, BATCH);
        } while (advanced == BATCH);
        watch.look(now);
        if (!now.isBefore(nextRemoval)) {
            remove(now);
        }
        pulse.beat();
    }

    /** A few steps; if there is more, the next tick goes on. */
    private void remove(Instant now) {
        boolean more = true;
        for (int step = 0; more && step < REMOVALS; step++) {
            more = store.history().removeEnded(now.minus(retention), REMOVAL).mayBeMore();
        }
        nextRemoval = more ? now : now.plus(BETWEEN_REMOVALS);
    }
}
