package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pipeline gives an action to work with; every job of the action gets the same.
 *
 * @param configuration the action's settings, keys of 1 to 50 and values of 1 to 50,000 characters, in the order given.
 *     May hold secrets
 */
public record ActionInput(
        Map<String, String> configuration,
        PipelineContext pipelineContext,
        List<Artifact> inputArtifacts,
        List<Artifact> outputArtifacts,
        Optional<EncryptionKey> encryptionKey) {

    public static final TextConstraint CONFIGURATION_KEY = ConfigurationProperty.NAME;

    /** The API reference says 1,000, but AWS takes this. */
    public static final TextConstraint CONFIGURATION_VALUE = TextConstraint.length(1, 50_000);

    public ActionInput {
        configuration.keySet().forEach(CONFIGURATION_KEY::require);
        configuration.values().forEach(CONFIGURATION_VALUE::require);
        configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
        requireNonNull(pipelineContext);
        inputArtifacts = List.copyOf(inputArtifacts);
        outputArtifacts = List.copyOf(outputArtifacts);
        requireNonNull(encryptionKey);
    }

    /** The same, of a pipeline of the account. */
    public ActionInput of(Account account) {
        return new ActionInput(
                configuration, pipelineContext.of(account), inputArtifacts, outputArtifacts, encryptionKey);
    }

    /** What a third-party job worker is told: all but which pipeline execution it is. */
    public ActionInput forThirdParty() {
        return new ActionInput(
                configuration, pipelineContext.forThirdParty(), inputArtifacts, outputArtifacts, encryptionKey);
    }

    /** Names the configuration's keys only: its values may be secrets. */
    @Override
    public String toString() {
        return "ActionInput[configuration=" + configuration.keySet() + ", pipelineContext=" + pipelineContext
                + ", inputArtifacts=" + inputArtifacts + ", outputArtifacts=" + outputArtifacts + "]";
    }
}
