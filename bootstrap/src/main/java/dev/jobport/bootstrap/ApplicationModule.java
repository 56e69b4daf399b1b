package dev.jobport.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Clock;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.application.usecase.ActionTypeUseCases;
import dev.jobport.application.usecase.ClockUseCases;
import dev.jobport.application.usecase.CustomJobWorkerUseCases;
import dev.jobport.application.usecase.MonitoringUseCases;
import dev.jobport.application.usecase.OperatorUseCases;
import dev.jobport.application.usecase.OutcomeWatch;
import dev.jobport.application.usecase.PipelineUseCases;
import dev.jobport.application.usecase.Pulse;
import dev.jobport.application.usecase.ThirdPartyJobWorkerUseCases;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** Binds each driving port to its use cases, and hands them time and randomness. */
final class ApplicationModule extends AbstractModule {

    private final InstantSource time;
    private final Identifiers identifiers;
    private final ArtifactCredentials artifactCredentials;
    private final Duration retention;
    private final PrometheusMeterRegistry registry;

    ApplicationModule(
            InstantSource time,
            Identifiers identifiers,
            ArtifactCredentials artifactCredentials,
            Duration retention,
            PrometheusMeterRegistry registry) {
        this.registry = registry;
        this.time = time;
        this.identifiers = identifiers;
        this.artifactCredentials = artifactCredentials;
        this.retention = retention;
    }

    @Override
    protected void configure() {
        bind(OutcomeWatch.class).toInstance(new OutcomeWatch());
        bind(PrometheusMeterRegistry.class).toInstance(registry);
    }

    @Provides
    @Singleton
    JobObserver observer(OutcomeWatch watch, PrometheusMeterRegistry registry) {
        JobObserver log = new LoggingJobObserver();
        JobObserver count = new CountingJobObserver(registry);
        return job -> {
            log.changed(job);
            count.changed(job);
            watch.changed(job);
        };
    }

    @Provides
    @Singleton
    CustomJobWorkers customJobWorker(Store store, JobObserver observer) {
        return new CustomJobWorkerUseCases(store, identifiers, time, artifactCredentials, observer);
    }

    @Provides
    @Singleton
    ThirdPartyJobWorkers thirdPartyJobWorker(Store store, JobObserver observer) {
        return new ThirdPartyJobWorkerUseCases(store, identifiers, time, artifactCredentials, observer);
    }

    @Provides
    @Singleton
    ActionTypes actionTypes(Store store) {
        return new ActionTypeUseCases(store);
    }

    @Provides
    @Singleton
    Pipelines pipeline(Store store, JobObserver observer, OutcomeWatch watch) {
        return new PipelineUseCases(store, identifiers, time, observer, watch);
    }

    @Provides
    @Singleton
    Pulse pulse() {
        return new Pulse(time);
    }

    @Provides
    @Singleton
    Operators operator(Store store, Pulse pulse) {
        return new OperatorUseCases(store, identifiers, pulse);
    }

    @Provides
    @Singleton
    Monitoring monitoring(Store store) {
        return new MonitoringUseCases(store);
    }

    @Provides
    @Singleton
    Clock clock(Store store, JobObserver observer, OutcomeWatch watch, Pulse pulse) {
        return new ClockUseCases(store, time, observer, watch, pulse, retention);
    }
}
