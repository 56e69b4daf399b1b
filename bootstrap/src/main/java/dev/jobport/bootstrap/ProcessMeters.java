package dev.jobport.bootstrap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** Which build runs, and how its Java virtual machine is. */
final class ProcessMeters implements AutoCloseable {

    private final JvmGcMetrics collections = new JvmGcMetrics();

    private ProcessMeters() {}

    static ProcessMeters of(MeterRegistry registry, String storeKind) {
        Gauge.builder("jobport.build.info", () -> 1)
                .description("Which build runs, on which Java, with which kind of store; always 1.")
                .tags("version", Server.version(), "java", Runtime.version().toString(), "store", storeKind)
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        ProcessMeters meters = new ProcessMeters();
        meters.collections.bindTo(registry);
        return meters;
    }

    @Override
    public void close() {
        collections.close();
    }
}
