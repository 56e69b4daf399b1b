package dev.jobport.adapters.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.adapters.http.identity.Doorkeeper;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;

/** Provides the {@link HttpServer}; needs the three driving ports that it serves. */
public final class HttpModule extends AbstractModule {

    private final Doorkeeper doorkeeper;
    private final HttpServer.Settings settings;

    public HttpModule(Doorkeeper doorkeeper) {
        this(doorkeeper, HttpServer.Settings.DEFAULTS);
    }

    public HttpModule(Doorkeeper doorkeeper, HttpServer.Settings settings) {
        this.doorkeeper = doorkeeper;
        this.settings = settings;
    }

    @Provides
    @Singleton
    HttpServer httpServer(JobWorkerPort worker, PipelinePort pipeline, OperatorPort operator) {
        return new HttpServer(worker, pipeline, operator, doorkeeper, settings);
    }
}
