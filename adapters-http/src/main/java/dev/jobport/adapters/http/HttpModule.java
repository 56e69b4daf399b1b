package dev.jobport.adapters.http;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Transport;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Contributes the {@link HttpServer} to a server's transports. */
public final class HttpModule extends AbstractModule {

    private final HttpSettings settings;

    public HttpModule(HttpSettings settings) {
        this.settings = settings;
    }

    @ProvidesIntoSet
    @Singleton
    Transport http(
            DrivingPorts ports, Doorkeeper doorkeeper, PrometheusMeterRegistry registry, HttpSettings.About about) {
        return new HttpServer(ports, doorkeeper, registry, settings, about);
    }
}
