package dev.jobport.adapters.persistence.format;

import dev.jobport.domain.action.ActionExecution;
import java.util.Optional;

/**
 * An action execution on its way into a store.
 *
 * @param key that its secrets are sealed with; absent if they are kept as they are, or if it has none
 */
public record SealedAction(ActionExecution action, Optional<SecretsKey> key) {

    /** With the key that seals now. */
    public static SealedAction of(ActionExecution action, SecretsKeys keys) {
        return new SealedAction(action, action.secrets().isEmpty() ? Optional.empty() : keys.sealing());
    }
}
