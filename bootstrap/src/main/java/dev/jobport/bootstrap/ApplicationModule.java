package dev.jobport.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
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
import dev.jobport.bootstrap.logging.Outage;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Transition;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Puts the use cases behind the driving ports, and hands them time and randomness. */
final class ApplicationModule extends AbstractModule {

    private final Duration retention;

    /** @param retention how long an action and its jobs are kept after it ended */
    ApplicationModule(Duration retention) {
        this.retention = retention;
    }

    @Override
    protected void configure() {
        bind(OutcomeWatch.class).toInstance(new OutcomeWatch());
        bind(Outage.class).toInstance(new Outage());
        bind(Identifiers.class).to(RandomIdentifiers.class).in(Singleton.class);
    }

    /** All who share a store go by its time. */
    @Provides
    @Singleton
    InstantSource time(Store store) {
        return store.time();
    }

    @Provides
    @Singleton
    Pulse pulse(InstantSource time) {
        return new Pulse(time);
    }

    @Provides
    @Singleton
    JobObserver observer(OutcomeWatch watch, MeterRegistry registry) {
        JobObserver log = new LoggingJobObserver();
        JobObserver count = new CountingJobObserver(registry);
        return new JobObserver() {
            @Override
            public void changed(Job job, List<Transition> news) {
                log.changed(job, news);
                count.changed(job, news);
                watch.changed(job, news);
            }

            @Override
            public void polled(Account account, ActionTypeId actionTypeId) {
                count.polled(account, actionTypeId);
            }
        };
    }

    @Provides
    @Singleton
    DrivingPorts ports(
            Store store,
            Identifiers identifiers,
            InstantSource time,
            ArtifactCredentials artifactCredentials,
            JobObserver observer,
            OutcomeWatch watch,
            Pulse pulse) {
        return new DrivingPorts(
                new ThirdPartyJobWorkerUseCases(store, identifiers, time, artifactCredentials, observer),
                new CustomJobWorkerUseCases(store, identifiers, time, artifactCredentials, observer),
                new AuditedActionTypes(new ActionTypeUseCases(store)),
                new PipelineUseCases(store, identifiers, time, observer, watch),
                new OperatorUseCases(store, identifiers, pulse),
                new MonitoringUseCases(store));
    }

    @Provides
    @Singleton
    Clock clock(Store store, InstantSource time, JobObserver observer, OutcomeWatch watch, Pulse pulse) {
        return new ClockUseCases(store, time, observer, watch, pulse, retention);
    }
}
