package dev.jobport.bootstrap;

import dev.jobport.application.driving.Clock;
import dev.jobport.bootstrap.logging.Outage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the clock's port, several times a second, so that what is due happens within that second. Nothing but
 * {@link #close} ends it: a server without a clock would look alive and be dead.
 */
final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final long PERIOD_MILLIS = 200;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Outage outage;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "ticker");

    private Ticker(Clock clock, Outage outage) {
        this.clock = clock;
        this.outage = outage;
        thread.setDaemon(true);
    }

    static Ticker start(Clock clock, Outage outage) {
        Ticker ticker = new Ticker(clock, outage);
        ticker.thread.start();
        return ticker;
    }

    private void run() {
        while (!isClosed()) {
            try {
                clock.tick();
                outage.worked();
            } catch (RuntimeException | Error e) {
                tell(e);
            }
        }
    }

    /** Looks when it is time for the next tick. */
    private boolean isClosed() {
        try {
            return closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false; // only close() ends it
        }
    }

    private void tell(Throwable failure) {
        try {
            if (!outage.isCauseOf(failure)) {
                LOG.error("The clock could not be served; the next tick tries again", failure);
            }
        } catch (Error e) {
            // there is no memory to tell it with; that the server is not ready tells it
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
