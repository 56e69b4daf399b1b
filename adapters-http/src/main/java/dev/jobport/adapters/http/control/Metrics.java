package dev.jobport.adapters.http.control;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.jobport.application.Backlog;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.domain.job.JobStatus;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the server has counted, and what is left to do, in the text format of Prometheus. */
final class Metrics {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    /** However often somebody asks, the store is asked no more often than this. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final Consumer<Context> check;
    private final Monitoring monitoring;
    private final PrometheusMeterRegistry registry;
    private final Supplier<String> text = Suppliers.memoizeWithExpiration(this::scrape, FRESH_FOR);
    private final Supplier<Gauges> gauges = Suppliers.memoize(Gauges::new);

    /** Made when first asked for, to let the server start sooner. */
    private final class Gauges {

        private final MultiGauge jobs = MultiGauge.builder("jobport.jobs")
                .description("Jobs that have not ended.")
                .register(registry);
        private final MultiGauge oldestQueued = MultiGauge.builder("jobport.jobs.oldest.queued.age")
                .description("For how long the oldest queued job of the action type could have been polled.")
                .baseUnit("seconds")
                .register(registry);

        void show(List<Backlog> backlog) {
            long now = registry.config().clock().wallTime();
            jobs.register(
                    backlog.stream()
                            .map(part -> Row.of(
                                    type(part).and("status", part.status().name()), part.jobs()))
                            .toList(),
                    true);
            oldestQueued.register(
                    backlog.stream()
                            .filter(part -> part.status() == JobStatus.Queued)
                            .map(part ->
                                    Row.of(type(part), (now - part.oldestDueAt().toEpochMilli()) / 1000.0))
                            .toList(),
                    true);
        }

        private static Tags type(Backlog part) {
            return Tags.of(
                    "account", part.account().id(),
                    "region", part.account().region(),
                    "action_type", part.actionTypeId().toString());
        }
    }

    /** @param check throws if whoever asks may not see what all accounts do */
    Metrics(Monitoring monitoring, PrometheusMeterRegistry registry, Consumer<Context> check) {
        this.check = check;
        this.monitoring = monitoring;
        this.registry = registry;
    }

    Stream<ControlApi.Route> routes() {
        return Stream.of(new ControlApi.Route(HandlerType.GET, "/metrics", this::show));
    }

    private void show(Context ctx) {
        check.accept(ctx);
        ctx.contentType(TEXT).header("Cache-Control", "no-store").result(text.get());
    }

    private String scrape() {
        gauges.get().show(monitoring.backlog());
        return registry.scrape(TEXT);
    }
}
