package dev.jobport.bootstrap;

import dev.jobport.adapters.identity.RefusedCaller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Counts the callers who were refused, and tells of them in the log; of a flood, only of some. Who keeps trying is told
 * as such once, until they have been quiet for a while.
 */
final class RefusedCallers implements Consumer<RefusedCaller> {

    /** Enough to see who it is; a stranger who tries all the time fills some 100 MB a day, not more. */
    static final int LINES_PER_SECOND = 5;

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private final MeterRegistry registry;
    private final FewLines lines;
    private final FirstAfterQuiet tooManyTries;

    RefusedCallers(MeterRegistry registry, InstantSource time) {
        this.registry = registry;
        this.lines = new FewLines(LINES_PER_SECOND, time);
        this.tooManyTries = new FirstAfterQuiet(time);
    }

    @Override
    public void accept(RefusedCaller refused) {
        Counter.builder("jobport.callers.refused")
                .description("Requests that were refused for who sent them.")
                .tag("reason", refused.reason())
                .register(registry)
                .increment();
        if (refused.reason().equals(RefusedCaller.TOO_MANY_TRIES) && !tooManyTries.isFirst(refused.source())) {
            return;
        }
        lines.next().ifPresent(more -> tell(refused, more));
    }

    private static void tell(RefusedCaller refused, long more) {
        LoggingEventBuilder line =
                LOG.atWarn().addKeyValue("reason", refused.reason()).addKeyValue("from", refused.source());
        refused.accessKeyId().ifPresent(id -> line.addKeyValue("accessKeyId", id));
        if (more > 0) {
            line.addKeyValue("notTold", more + " more");
        }
        line.log("refused");
    }
}
