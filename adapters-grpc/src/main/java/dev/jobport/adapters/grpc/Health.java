package dev.jobport.adapters.grpc;

import dev.jobport.application.driving.Operators;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells by gRPC's own service whether the server can do its work; it is looked at once a second. */
final class Health {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HealthStatusManager statuses = new HealthStatusManager();
    private final Operators operators;
    private final Set<String> services;

    /** @param services by their full names, all of which are as the server is */
    Health(Operators operators, Set<String> services) {
        this.operators = operators;
        this.services = services;
    }

    BindableService service() {
        return statuses.getHealthService();
    }

    /** Looks now and from now on. */
    void watch(ScheduledExecutorService alarm, Executor threads) {
        try {
            ServingStatus now = operators.isReady() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
            statuses.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, now);
            services.forEach(service -> statuses.setStatus(service, now));
        } finally {
            alarm.schedule(() -> threads.execute(() -> watch(alarm, threads)), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Serves nothing from now on. */
    void end() {
        statuses.enterTerminalState();
    }
}
