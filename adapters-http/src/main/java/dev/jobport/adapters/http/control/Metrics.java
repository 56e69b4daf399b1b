package dev.jobport.adapters.http.control;

import static io.javalin.http.HandlerType.GET;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.application.Backlog;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.application.driving.Operators;
import dev.jobport.domain.job.JobStatus;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the server has counted, and what is left to do, in the text format of Prometheus. */
final class Metrics {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    /** However often somebody asks, the store is asked no more often than this. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private static final String ACCOUNT = "account";
    private static final String REGION = "region";
    private static final String ACTION_TYPE = "action_type";

    /** What the action types share that are too many to be told apart. */
    private static final String OTHER = "other";

    /** Meters of which each action type has its own, as soon as it had a job or was polled. */
    private static final List<String> COUNTED_BY_TYPE =
            List.of("jobport.job.transitions", "jobport.last.poll.timestamp");

    private static final List<JobStatus> OPEN =
            Stream.of(JobStatus.values()).filter(status -> !status.isTerminal()).toList();

    private final Consumer<Context> check;
    private final Monitoring monitoring;
    private final Operators operators;
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

        Gauges() {
            Gauge.builder("jobport.ready", operators, asked -> asked.isReady() ? 1 : 0)
                    .description("Whether the server does its work, as /health tells: 1 or 0.")
                    .register(registry);
        }

        void show(List<Backlog> backlog) {
            long now = registry.config().clock().wallTime();
            Map<Tags, Number> counts = new HashMap<>();
            Map<Tags, Number> ages = new HashMap<>();
            Stream.concat(known(), backlog.stream().map(Gauges::type)).forEach(type -> {
                OPEN.forEach(status -> counts.put(with(status, type), 0));
                ages.put(type, 0);
            });
            for (Backlog part : backlog) {
                counts.put(with(part.status(), type(part)), part.jobs());
                if (part.status() == JobStatus.Queued) {
                    ages.put(type(part), (now - part.oldestDueAt().toEpochMilli()) / 1000.0);
                }
            }
            jobs.register(rows(counts), true);
            oldestQueued.register(rows(ages), true);
        }

        private static Iterable<Row<?>> rows(Map<Tags, Number> values) {
            return values.entrySet().stream()
                    .<Row<?>>map(entry -> Row.of(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private static Tags with(JobStatus status, Tags type) {
            return type.and("status", status.name());
        }

        /** Those that anything has been counted of. */
        private Stream<Tags> known() {
            return COUNTED_BY_TYPE.stream()
                    .flatMap(name -> registry.find(name).meters().stream())
                    .map(Meter::getId)
                    .filter(id -> !OTHER.equals(id.getTag(ACTION_TYPE)))
                    .map(id -> Tags.of(
                            ACCOUNT,
                            id.getTag(ACCOUNT),
                            REGION,
                            id.getTag(REGION),
                            ACTION_TYPE,
                            id.getTag(ACTION_TYPE)));
        }

        private static Tags type(Backlog part) {
            return Tags.of(
                    ACCOUNT, part.account().id(),
                    REGION, part.account().region(),
                    ACTION_TYPE, part.actionTypeId().toString());
        }
    }

    /** @param check throws if whoever asks may not see what all accounts do */
    Metrics(Monitoring monitoring, Operators operators, PrometheusMeterRegistry registry, Consumer<Context> check) {
        this.check = check;
        this.monitoring = monitoring;
        this.operators = operators;
        this.registry = registry;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                        GET,
                        "/metrics",
                        "getMetrics",
                        Route.Tag.Server,
                        "What the server has counted and what is left to do, for Prometheus; at most a second old")
                .answers(
                        200,
                        "The metrics in Prometheus's text format.",
                        schemas -> Route.content(
                                "text/plain",
                                Route.text(),
                                Json.text("jobport_jobs{action_type=\"ThirdParty/Test/Acme/1\",status=\"Queued\"}"
                                        + " 3.0\n")))
                .by(this::show));
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
