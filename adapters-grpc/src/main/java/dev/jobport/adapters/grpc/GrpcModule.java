package dev.jobport.adapters.grpc;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.Transport;
import io.micrometer.core.instrument.MeterRegistry;

/** Contributes the {@link GrpcTransport} to a server's transports. */
public final class GrpcModule extends AbstractModule {

    private final GrpcSettings settings;

    public GrpcModule(GrpcSettings settings) {
        this.settings = settings;
    }

    @ProvidesIntoSet
    @Singleton
    Transport grpc(DrivingPorts ports, Doorkeeper doorkeeper, MeterRegistry registry) {
        return new GrpcTransport(ports, doorkeeper, registry, settings);
    }
}
