package dev.jobport.adapters.http.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;

/** Counts and times requests by operation and outcome. Both come from short lists, whatever clients send. */
final class RequestMeters {

    private static final Duration[] BUCKETS = DoubleStream.of(1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500)
            .mapToObj(millis -> Duration.ofNanos((long) (millis * 1_000_000)))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private record Series(String operation, String outcome) {}

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(String operation, String outcome, Duration took) {
        timers.computeIfAbsent(new Series(operation, outcome), this::register).record(took);
    }

    private Timer register(Series series) {
        return Timer.builder("jobport.requests")
                .description("Requests of job workers, from the arrival of their last byte until they are answered.")
                .tags("operation", series.operation(), "outcome", series.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
