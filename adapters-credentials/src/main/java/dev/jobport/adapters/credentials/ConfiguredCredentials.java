package dev.jobport.adapters.credentials;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.action.ActionExecution;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands out the session credentials that the operator, or a program of his, keeps fresh. */
final class ConfiguredCredentials implements ArtifactCredentials {

    private final Supplier<AwsSessionCredentials> current;

    ConfiguredCredentials(Supplier<AwsSessionCredentials> current) {
        this.current = current;
    }

    @Override
    public Optional<AwsSessionCredentials> forAction(ActionExecution action) {
        return Optional.of(current.get());
    }
}
