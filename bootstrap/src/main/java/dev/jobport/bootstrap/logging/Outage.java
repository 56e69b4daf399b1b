package dev.jobport.bootstrap.logging;

import dev.jobport.application.driven.Store;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the database is away, and tells it in two lines: when it goes and when it is back. However many requests
 * fail meanwhile, they fail for that.
 */
public final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    /** It is back when nothing has failed for so long: a database that comes and goes is away. */
    private static final long CALM = Duration.ofSeconds(2).toNanos();

    private final LongSupplier nanos;
    private volatile boolean lasts;
    private long began;
    private long lastFailure;

    public Outage() {
        this(System::nanoTime);
    }

    /** @param nanos the time, as of {@link System#nanoTime} */
    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Takes note of a failure.
     *
     * @return whether it is an outage's, and has been told of with it
     */
    public boolean isCauseOf(Throwable failure) {
        Store.Unavailable reason = reason(failure);
        if (reason == null) {
            return false;
        }
        if (failed()) {
            LOG.atWarn().addKeyValue("reason", reason.getMessage()).log("database not available");
        }
        return true;
    }

    /** Takes note that the database was asked and answered. */
    public void worked() {
        if (lasts) {
            end();
        }
    }

    private synchronized boolean failed() {
        lastFailure = nanos.getAsLong();
        if (lasts) {
            return false;
        }
        began = lastFailure;
        lasts = true;
        return true;
    }

    private void end() {
        long lasted;
        synchronized (this) {
            long now = nanos.getAsLong();
            if (!lasts || now - lastFailure < CALM) {
                return;
            }
            lasts = false;
            lasted = now - began;
        }
        LOG.atInfo()
                .addKeyValue("seconds", Duration.ofNanos(lasted).toSeconds())
                .log("database available again");
    }

    private static Store.Unavailable reason(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof Store.Unavailable e) {
                return e;
            }
        }
        return null;
    }
}
