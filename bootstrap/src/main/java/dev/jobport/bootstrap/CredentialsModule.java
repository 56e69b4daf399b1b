package dev.jobport.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.adapters.credentials.ArtifactCredentialsFile;
import dev.jobport.adapters.http.HttpSettings;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** Provides who may come in, and what job workers reach artifacts with: both from files of the operator's. */
final class CredentialsModule extends AbstractModule {

    private final Settings settings;

    CredentialsModule(Settings settings) {
        this.settings = settings;
    }

    @Provides
    @Singleton
    Doorkeeper doorkeeper(InstantSource time, MeterRegistry registry) {
        return Doorkeepers.hire(settings, time).telling(new RefusedCallers(registry, InstantSource.system()));
    }

    @Provides
    @Singleton
    ArtifactCredentials artifactCredentials() {
        return settings.artifactCredentials()
                .map(file -> ArtifactCredentialsFile.open(
                        file, settings.accounts().get(0).region()))
                .orElse(ArtifactCredentials.NONE);
    }

    /** Who asks nobody for credentials is reached by its own machine's users only, who may know what it is. */
    @Provides
    HttpSettings.About about(Store store) {
        return settings.credentials().isPresent()
                ? HttpSettings.About.NOTHING
                : new HttpSettings.About(Server.version(), store.toString());
    }
}
