package dev.jobport.adapters.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.adapters.http.identity.Doorkeeper;
import dev.jobport.application.driving.ActionTypePort;
import dev.jobport.application.driving.CustomJobWorkerPort;
import dev.jobport.application.driving.MonitoringPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;
import dev.jobport.application.driving.ThirdPartyJobWorkerPort;
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
            ThirdPartyJobWorkerPort thirdParty,
            CustomJobWorkerPort custom,
            ActionTypePort actionTypes,
            PipelinePort pipeline,
            OperatorPort operator,
            MonitoringPort monitoring,
            PrometheusMeterRegistry registry) {
        return new HttpServer(
                thirdParty, custom, actionTypes, pipeline, operator, monitoring, doorkeeper, registry, settings);
    }
}
