package dev.jobport.domain.actiontype;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the configuration of an action must be when it starts. One that is stored already is not held to it. */
final class StartingConfiguration {

    /** Of keys and values together, in UTF-8 (CodePipeline User Guide, quotas). */
    static final int MAX_BYTES = 100 * 1024;

    /** Of a type that declares no properties, and so takes any. */
    static final int MAX_UNDECLARED = 100;

    private static final String PLACE = "configuration";

    private StartingConfiguration() {}

    /** @throws Refusal.Validation naming the place and no value */
    static void require(ActionTypeId id, List<ConfigurationProperty> properties, Map<String, String> configuration) {
        requireNames(id, properties, configuration.keySet());
        if (properties.isEmpty() && configuration.size() > MAX_UNDECLARED) {
            throw refused(PLACE, "have length less than or equal to " + MAX_UNDECLARED);
        }
        if (bytes(configuration) > MAX_BYTES) {
            throw refused(PLACE, "have at most " + MAX_BYTES + " bytes in UTF-8, keys and values together");
        }
        for (ConfigurationProperty property : properties) {
            String value = configuration.get(property.name());
            if (value != null) {
                require(property, value);
            }
        }
    }

    private static void requireNames(ActionTypeId id, List<ConfigurationProperty> properties, Set<String> given) {
        for (ConfigurationProperty property : properties) {
            if (property.required() && !given.contains(property.name())) {
                throw new Refusal.Validation(
                        place(property.name()),
                        id.description() + " requires the configuration property '" + property.name() + "'.");
            }
        }
        Set<String> names =
                properties.stream().map(ConfigurationProperty::name).collect(Collectors.toUnmodifiableSet());
        for (String name : given) {
            if (!names.isEmpty() && !names.contains(name)) {
                throw new Refusal.Validation(
                        place(name), id.description() + " has no configuration property '" + name + "'.");
            }
        }
    }

    private static String place(String name) {
        return PLACE + "." + name;
    }

    private static void require(ConfigurationProperty property, String value) {
        String place = place(property.name());
        if (property.queryable()) {
            ConfigurationProperty.QUERY_VALUE.require(place, value);
        }
        if (property.secret() && value.equals(ConfigurationProperty.MASK)) {
            throw refused(place, "be the secret itself, not the mask that is shown instead of it");
        }
    }

    private static long bytes(Map<String, String> configuration) {
        return configuration.entrySet().stream()
                .mapToLong(entry ->
                        entry.getKey().getBytes(UTF_8).length + entry.getValue().getBytes(UTF_8).length)
                .sum();
    }

    private static Refusal.Validation refused(String place, String constraint) {
        return new Refusal.Validation(Violation.of(constraint).in(place));
    }
}
