package dev.jobport.adapters.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.Monitoring;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Provides the {@link HttpServer}; needs the driving ports that it serves and the registry that it tells of. */
public final class HttpModule extends AbstractModule {

    private final Doorkeeper doorkeeper;
    private final HttpSettings settings;

    public HttpModule(Doorkeeper doorkeeper, HttpSettings settings) {
        this.doorkeeper = doorkeeper;
        this.settings = settings;
    }

    @Provides
    @Singleton
    HttpServer httpServer(
            ThirdPartyJobWorkers thirdParty,
            CustomJobWorkers custom,
            ActionTypes actionTypes,
            Pipelines pipeline,
            Operators operator,
            Monitoring monitoring,
            PrometheusMeterRegistry registry) {
        return new HttpServer(
                thirdParty, custom, actionTypes, pipeline, operator, monitoring, doorkeeper, registry, settings);
    }
}
