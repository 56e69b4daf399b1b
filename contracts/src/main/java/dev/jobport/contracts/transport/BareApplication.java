package dev.jobport.contracts.transport;

import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Clock;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.usecase.ActionTypeUseCases;
import dev.jobport.application.usecase.ClockUseCases;
import dev.jobport.application.usecase.CustomJobWorkerUseCases;
import dev.jobport.application.usecase.MonitoringUseCases;
import dev.jobport.application.usecase.OperatorUseCases;
import dev.jobport.application.usecase.OutcomeWatch;
import dev.jobport.application.usecase.PipelineUseCases;
import dev.jobport.application.usecase.Pulse;
import dev.jobport.application.usecase.ThirdPartyJobWorkerUseCases;
import dev.jobport.contracts.ManualTime;
import dev.jobport.contracts.fixtures.Samples;
import dev.jobport.contracts.worker.JobWorkerWorld;
import java.time.Duration;
import java.util.Optional;

/**
 * The application on a store, with time and names in a test's hands and no transport: what a transport is plugged into when
 * it is tested in its own module.
 */
public final class BareApplication implements AutoCloseable {

    private static final Duration RETENTION = Duration.ofDays(90);

    private final ManualTime time = new ManualTime(Samples.START);
    private final Store store;
    private final DrivingPorts ports;
    private final Clock clock;

    /** @param store an empty one, which this closes */
    public BareApplication(Store store) {
        Identifiers identifiers = new NumberedIdentifiers();
        OutcomeWatch watch = new OutcomeWatch();
        JobObserver observer = watch;
        Pulse pulse = new Pulse(time);
        ArtifactCredentials credentials = action -> Optional.of(JobWorkerWorld.CREDENTIALS);
        this.store = store;
        this.ports = new DrivingPorts(
                new ThirdPartyJobWorkerUseCases(store, identifiers, time, credentials, observer),
                new CustomJobWorkerUseCases(store, identifiers, time, credentials, observer),
                new ActionTypeUseCases(store),
                new PipelineUseCases(store, identifiers, time, observer, watch),
                new OperatorUseCases(store, identifiers, pulse),
                new MonitoringUseCases(store));
        this.clock = new ClockUseCases(store, time, observer, watch, pulse, RETENTION);
    }

    public DrivingPorts ports() {
        return ports;
    }

    public ManualTime time() {
        return time;
    }

    /** Lets time pass, and the clock do what has become due. */
    public void pass(Duration duration) {
        time.pass(duration);
        clock.tick();
    }

    @Override
    public void close() {
        store.close();
    }
}
