package dev.jobport.bootstrap;

import com.google.inject.AbstractModule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** Binds the registry that everybody counts in. Making it brings up logging, which the others need. */
final class MetricsModule extends AbstractModule {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Micrometer's names that Prometheus takes for something else. */
    private static final List<String> MISNAMED = List.of("process.cpu.time", "system.cpu.count");

    MetricsModule() {
        registry.config().meterFilter(MeterFilter.deny(id -> MISNAMED.contains(id.getName())));
    }

    @Override
    protected void configure() {
        bind(PrometheusMeterRegistry.class).toInstance(registry);
        bind(MeterRegistry.class).toInstance(registry);
    }
}
