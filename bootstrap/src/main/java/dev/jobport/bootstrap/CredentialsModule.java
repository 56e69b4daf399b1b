package dev.jobport.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.jobport.adapters.credentials.ArtifactCredentialsFile;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.application.driven.ArtifactCredentials;
import java.time.InstantSource;

/** Provides who may come in, and what job workers reach artifacts with: both from files of the operator's. */
final class CredentialsModule extends AbstractModule {

    private final Settings settings;

    CredentialsModule(Settings settings) {
        this.settings = settings;
    }

    @Provides
    @Singleton
    Doorkeeper doorkeeper(InstantSource time) {
        return Doorkeepers.hire(settings, time);
    }

    @Provides
    @Singleton
    ArtifactCredentials artifactCredentials() {
        return settings.artifactCredentials()
                .map(file -> ArtifactCredentialsFile.open(
                        file, settings.accounts().get(0).region()))
                .orElse(ArtifactCredentials.NONE);
    }
}
