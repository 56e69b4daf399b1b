package dev.jobport.adapters.persistence.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The database's clock, looked at each second and carried on in between by this machine's stopwatch. This machine's own
 * time of day does not count: it may be wrong, and somebody may correct it.
 */
final class DatabaseTime implements InstantSource {

    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    /** A stopwatch is trusted to be off by a thousandth at the most. */
    private static final long DRIFT = 1_000;

    private final Supplier<Instant> clock;
    private final LongSupplier stopwatch;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Look latest;
    private volatile long nextLook;

    /**
     * What the clock showed at some moment between question and answer: in the middle, give or take half the way.
     *
     * @param nanos on the stopwatch, like the others
     */
    private record Look(Instant shown, long nanos, long way) {
        Instant at(long now) {
            return shown.plusNanos(now - nanos);
        }

        long doubt(long now) {
            return way / 2 + (now - nanos) / DRIFT;
        }
    }

    /**
     * @param clock asks the database
     * @param stopwatch nanoseconds since any moment
     */
    DatabaseTime(Supplier<Instant> clock, LongSupplier stopwatch) {
        this.clock = clock;
        this.stopwatch = stopwatch;
        this.latest = look();
        this.nextLook = latest.nanos() + BETWEEN_LOOKS;
    }

    @Override
    public Instant instant() {
        if (stopwatch.getAsLong() - nextLook >= 0 && looking.compareAndSet(false, true)) {
            try {
                lookAgain();
            } finally {
                looking.set(false);
            }
        }
        return latest.at(stopwatch.getAsLong()).truncatedTo(ChronoUnit.MILLIS);
    }

    private void lookAgain() {
        nextLook = stopwatch.getAsLong() + BETWEEN_LOOKS;
        Look look;
        try {
            look = look();
        } catch (RuntimeException e) {
            return; // the database is away; until it is back, the stopwatch does
        }
        if (look.doubt(look.nanos()) <= latest.doubt(look.nanos())) {
            latest = look; // one that was held up on the way would be worse than the old one
        }
    }

    private Look look() {
        long asked = stopwatch.getAsLong();
        Instant shown = clock.get();
        long way = stopwatch.getAsLong() - asked;
        return new Look(shown, asked + way / 2, way);
    }
}
