package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import java.util.Optional;

/**
 * A setting that actions of a type have (CodePipeline API Reference, ActionConfigurationProperty).
 *
 * @param name 1 to 50 characters
 * @param required whether every action must give it
 * @param key whether it names the thing that the action works on
 * @param secret whether nobody but job workers is shown it
 * @param queryable whether polls ask for the jobs of one value of it; such a property is required and not secret
 * @param description 1 to 250 characters
 */
public record ConfigurationProperty(
        String name,
        boolean required,
        boolean key,
        boolean secret,
        boolean queryable,
        Optional<String> description,
        Type type) {

    /** What is shown of a secret (CodePipeline API Reference, ActionConfigurationProperty). */
    public static final String MASK = "****";

    public static final TextConstraint NAME = TextConstraint.length(1, 50);

    /** CodePipeline API Reference, ActionTypeProperty. */
    public static final TextConstraint DESCRIPTION = TextConstraint.length(1, 250);

    /** What that of a custom action type's property may be (CodePipeline API Reference, ActionConfigurationProperty). */
    public static final TextConstraint CUSTOM_DESCRIPTION = TextConstraint.length(1, 160);

    /** What an action may give a queryable property, and polls may ask for. */
    public static final TextConstraint QUERY_VALUE =
            TextConstraint.length(1, 50).matching("[a-zA-Z0-9_-]+");

    /** What values mean to people. Spelled as on the wire. */
    public enum Type {
        String,
        Number,
        Boolean
    }

    public ConfigurationProperty {
        NAME.require(name);
        description.ifPresent(DESCRIPTION::require);
        requireNonNull(type);
        if (queryable && (!required || secret)) {
            throw new Refusal.Validation(
                    "queryable",
                    "The configuration property '" + name + "' is queryable, so it must be required and not secret.");
        }
    }

    ConfigurationProperty of(Type otherType) {
        return new ConfigurationProperty(name, required, key, secret, queryable, description, otherType);
    }
}
