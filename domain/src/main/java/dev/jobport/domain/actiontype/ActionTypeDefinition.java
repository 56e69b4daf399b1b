package dev.jobport.domain.actiontype;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What actions of a type are like. A deleted type comes back only with the same one.
 *
 * @param settings whose URL templates may have any places: a URL with one that cannot be filled is not shown
 * @param configurationProperties what its actions are configured by, at most {@value #MAX_PROPERTIES}, at most one of
 *     them queryable; none if they take any configuration
 */
public record ActionTypeDefinition(
        ActionTypeSettings settings,
        List<ConfigurationProperty> configurationProperties,
        ArtifactDetails inputArtifactDetails,
        ArtifactDetails outputArtifactDetails) {

    /** CodePipeline User Guide, quotas. */
    public static final int MAX_PROPERTIES = 10;

    static final String PROPERTIES = "configurationProperties";

    /** Of actions that take any configuration, and any artifacts that a custom action type allows. */
    public static final ActionTypeDefinition DEFAULT = of(List.of());

    public ActionTypeDefinition {
        requireNonNull(settings);
        requireNonNull(inputArtifactDetails);
        requireNonNull(outputArtifactDetails);
        configurationProperties = List.copyOf(configurationProperties);
        requireConsistent(configurationProperties);
    }

    /** Of actions that are configured so, and have any artifacts that a custom action type allows. */
    public static ActionTypeDefinition of(List<ConfigurationProperty> configurationProperties) {
        return new ActionTypeDefinition(
                ActionTypeSettings.NONE, configurationProperties, ArtifactDetails.DEFAULT, ArtifactDetails.DEFAULT);
    }

    private static void requireConsistent(List<ConfigurationProperty> properties) {
        if (properties.size() > MAX_PROPERTIES) {
            throw new Refusal.Validation(
                    PROPERTIES, "An action type has at most " + MAX_PROPERTIES + " configuration properties.");
        }
        requireNoSecond(
                properties,
                "name",
                (one, other) -> one.name().equals(other.name()),
                "No two configuration properties of an action type have the same name.");
        requireNoSecond(
                properties,
                "queryable",
                (one, other) -> one.queryable() && other.queryable(),
                "At most one configuration property of an action type is queryable.");
    }

    private static void requireNoSecond(
            List<ConfigurationProperty> properties,
            String member,
            BiPredicate<ConfigurationProperty, ConfigurationProperty> areAlike,
            String sentence) {
        for (int i = 0; i < properties.size(); i++) {
            ConfigurationProperty property = properties.get(i);
            if (properties.subList(0, i).stream().anyMatch(earlier -> areAlike.test(earlier, property))) {
                throw new Refusal.Validation(place(i, member), sentence);
            }
        }
    }

    private static String place(int property, String member) {
        return PROPERTIES + "." + (property + 1) + ".member." + member;
    }

    /** The property by which polls tell jobs of the type apart. */
    public Optional<ConfigurationProperty> queryableProperty() {
        return configurationProperties.stream()
                .filter(ConfigurationProperty::queryable)
                .findFirst();
    }

    /** The same, whose properties mean to people what those of the same names of another definition do. */
    public ActionTypeDefinition withTypesOf(ActionTypeDefinition other) {
        Map<String, ConfigurationProperty.Type> types = other.configurationProperties.stream()
                .collect(Collectors.toMap(ConfigurationProperty::name, ConfigurationProperty::type));
        List<ConfigurationProperty> typed = configurationProperties.stream()
                .map(property -> property.of(types.getOrDefault(property.name(), property.type())))
                .toList();
        return new ActionTypeDefinition(settings, typed, inputArtifactDetails, outputArtifactDetails);
    }

    /** @throws Refusal.Validation if a custom action type must not be like this, though others may */
    void requireOfCustom() {
        requireOfCustom("inputArtifactDetails", inputArtifactDetails);
        requireOfCustom("outputArtifactDetails", outputArtifactDetails);
        for (int i = 0; i < configurationProperties.size(); i++) {
            String place = place(i, "description");
            configurationProperties
                    .get(i)
                    .description()
                    .ifPresent(text -> ConfigurationProperty.CUSTOM_DESCRIPTION.require(place, text));
        }
    }

    private static void requireOfCustom(String member, ArtifactDetails details) {
        if (details.maximumCount() > ArtifactDetails.CUSTOM_COUNT.max()) {
            throw new Refusal.Validation(
                    member + ".maximumCount",
                    "A custom action type has at most " + ArtifactDetails.CUSTOM_COUNT.max()
                            + " input artifacts and as many output artifacts; lower maximumCount.");
        }
    }

    /** @throws Refusal.Validation if a third-party action type must not be like this, though others may */
    void requireOfThirdParty() {
        queryableProperty().ifPresent(property -> {
            throw new Refusal.Validation(
                    place(configurationProperties.indexOf(property), "queryable"),
                    "Third-party job workers cannot query, so no property can be queryable.");
        });
    }

    /** @throws Refusal.Validation if an action of the type must not start with so much, naming keys and no values */
    void requireAllowed(ActionTypeId id, Map<String, String> configuration, int inputArtifacts, int outputArtifacts) {
        StartingConfiguration.require(id, configurationProperties, configuration);
        requireCount(id, "input", inputArtifactDetails, inputArtifacts);
        requireCount(id, "output", outputArtifactDetails, outputArtifacts);
    }

    /**
     * In which member another definition differs from this one.
     *
     * @return empty if it does not
     */
    Optional<String> differenceFrom(ActionTypeDefinition other) {
        return Stream.of(
                        settings.equals(other.settings) ? null : "settings",
                        configurationProperties.equals(other.configurationProperties) ? null : PROPERTIES,
                        inputArtifactDetails.equals(other.inputArtifactDetails) ? null : "inputArtifactDetails",
                        outputArtifactDetails.equals(other.outputArtifactDetails) ? null : "outputArtifactDetails")
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static void requireCount(ActionTypeId id, String kind, ArtifactDetails details, int given) {
        if (!details.allows(given)) {
            throw new Refusal.Validation(
                    kind + "Artifacts",
                    id.description() + " takes " + details + " as " + kind + ", not " + given + ".");
        }
    }
}
