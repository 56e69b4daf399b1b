package dev.jobport.adapters.persistence.sql;

import dev.jobport.domain.action.ActionExecution;
import java.util.Optional;

/**
 * An action execution on its way into a store.
 *
 * @param key that its secrets are sealed with; absent if they are kept as they are, or if it has none
 */
public record SealedAction(ActionExecution action, Optional<SecretsKey> key) {}
