package dev.jobport.bootstrap;

import dev.jobport.application.driving.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives the clock's port, several times a second, so that what is due strikes within that second. */
final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final long PERIOD_MILLIS = 200;
    private static final long GRACE_SECONDS = 5;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread ticker = new Thread(task, "ticker");
        ticker.setDaemon(true);
        return ticker;
    });

    private Ticker() {}

    static Ticker start(Clock clock) {
        Ticker ticker = new Ticker();
        ticker.thread.scheduleWithFixedDelay(() -> tick(clock), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return ticker;
    }

    private static void tick(Clock clock) {
        try {
            clock.tick();
        } catch (RuntimeException e) {
            LOG.error("The clock could not be served; the next tick tries again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
