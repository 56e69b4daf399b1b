package dev.jobport.application.driving;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ExecutorType;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import java.time.Duration;
import java.util.Optional;

/**
 * How its provider wants an action type to be (CodePipeline API Reference, ActionTypeDeclaration).
 *
 * @param definition whose properties are of no type yet: this kind of declaration knows of none
 * @param jobTimeout how long a job may take from its acknowledgement to its result; the default if absent
 */
public record ActionTypeDeclaration(
        ActionTypeId id,
        ActionTypeDefinition definition,
        ExecutorType executorType,
        Optional<Duration> jobTimeout,
        ProviderDeclaration declaration) {

    public ActionTypeDeclaration {
        requireNonNull(id);
        requireNonNull(definition);
        requireNonNull(executorType);
        requireNonNull(jobTimeout);
        requireNonNull(declaration);
    }
}
