package dev.jobport.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps failures from flooding the log: those of an outage are told once, and of every other kind a few traces a minute. What
 * is left out is counted and told with the next.
 */
final class RepeatedFailures extends Filter<ILoggingEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedFailures.class);

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int TRACES_A_WINDOW = 3;

    /** More kinds than this are no kinds; they share one. */
    private static final int MAX_KINDS = 200;

    private final Outage outage;
    private final LongSupplier nanos;
    private final Map<String, Kind> kinds = new HashMap<>();

    private static final class Kind {
        private long since;
        private int seen;
    }

    /** @param nanos the time, as of {@link System#nanoTime} */
    RepeatedFailures(Outage outage, LongSupplier nanos) {
        this.outage = outage;
        this.nanos = nanos;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (!(event.getThrowableProxy() instanceof ThrowableProxy proxy)) {
            return FilterReply.NEUTRAL;
        }
        Throwable failure = proxy.getThrowable();
        if (outage.isCauseOf(failure)) {
            return FilterReply.DENY;
        }
        String kind = kindOf(failure);
        int leftOut = count(kind);
        if (leftOut > 0) {
            LOG.warn("{} more failures like this were left out: {}", leftOut, kind);
        }
        return leftOut < 0 ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** How many were left out before this one, or -1 if this one is to be. */
    private synchronized int count(String name) {
        String known = kinds.size() < MAX_KINDS || kinds.containsKey(name) ? name : "others";
        Kind kind = kinds.computeIfAbsent(known, ignored -> new Kind());
        long now = nanos.getAsLong();
        int leftOut = 0;
        if (kind.seen == 0 || now - kind.since >= WINDOW) {
            leftOut = Math.max(0, kind.seen - TRACES_A_WINDOW);
            kind.since = now;
            kind.seen = 0;
        }
        kind.seen++;
        return kind.seen <= TRACES_A_WINDOW ? leftOut : -1;
    }

    /** Its class and where it was thrown: two of the same kind have the same trace, as good as. */
    private static String kindOf(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
