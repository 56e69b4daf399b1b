package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What actions of a type are like. A deleted type comes back only with the same one.
 *
 * @param settings whose URL templates may have any places: a URL with one that cannot be filled is not shown
 * @param configurationProperties what its actions are configured by, at most {@value #MOST_PROPERTIES}, at most one of
 *     them queryable; none if they take any configuration
 */
public record ActionTypeDefinition(
        ActionTypeSettings settings,
        List<ConfigurationProperty> configurationProperties,
        ArtifactDetails inputArtifactDetails,
        ArtifactDetails outputArtifactDetails) {

    /** CodePipeline User Guide, quotas. */
    public static final int MOST_PROPERTIES = 10;

    /** Of actions that take any configuration, and any artifacts that a custom action type allows. */
    public static final ActionTypeDefinition DEFAULT = of(List.of());

    public ActionTypeDefinition {
        requireNonNull(settings);
        requireNonNull(inputArtifactDetails);
        requireNonNull(outputArtifactDetails);
        configurationProperties = List.copyOf(configurationProperties);
        requireOfEachOther(configurationProperties);
    }

    /** Of actions that are configured so, and have any artifacts that a custom action type allows. */
    public static ActionTypeDefinition of(List<ConfigurationProperty> configurationProperties) {
        return new ActionTypeDefinition(
                ActionTypeSettings.NONE, configurationProperties, ArtifactDetails.DEFAULT, ArtifactDetails.DEFAULT);
    }

    private static void requireOfEachOther(List<ConfigurationProperty> properties) {
        if (properties.size() > MOST_PROPERTIES) {
            throw new Refusal.Validation(
                    "An action type has at most " + MOST_PROPERTIES + " configuration properties.");
        }
        Set<String> names =
                properties.stream().map(ConfigurationProperty::name).collect(Collectors.toUnmodifiableSet());
        if (names.size() < properties.size()) {
            throw new Refusal.Validation("No two configuration properties of an action type have the same name.");
        }
        if (properties.stream().filter(ConfigurationProperty::queryable).count() > 1) {
            throw new Refusal.Validation("At most one configuration property of an action type is queryable.");
        }
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
        if (inputArtifactDetails.maximumCount() > ArtifactDetails.CUSTOM_COUNT.max()
                || outputArtifactDetails.maximumCount() > ArtifactDetails.CUSTOM_COUNT.max()) {
            throw new Refusal.Validation("A custom action type has at most " + ArtifactDetails.CUSTOM_COUNT.max()
                    + " input artifacts and as many output artifacts; lower maximumCount.");
        }
        for (int i = 0; i < configurationProperties.size(); i++) {
            String place = "configurationProperties." + (i + 1) + ".member.description";
            configurationProperties
                    .get(i)
                    .description()
                    .ifPresent(text -> ConfigurationProperty.CUSTOM_DESCRIPTION.require(place, text));
        }
    }

    /** @throws Refusal.Validation if a third-party action type must not be like this, though others may */
    void requireOfThirdParty() {
        if (queryableProperty().isPresent()) {
            throw new Refusal.Validation("Third-party job workers cannot query, so no property can be queryable.");
        }
    }

    /** @throws Refusal.Validation if an action of the type must not start with so much, naming keys and no values */
    void requireAllowed(ActionTypeId id, ActionInput input) {
        requireProperties(id, input.configuration().keySet());
        StartingConfiguration.require(configurationProperties, input.configuration());
        requireCount(id, "input", inputArtifactDetails, input.inputArtifacts());
        requireCount(id, "output", outputArtifactDetails, input.outputArtifacts());
    }

    private void requireProperties(ActionTypeId id, Set<String> given) {
        for (ConfigurationProperty property : configurationProperties) {
            if (property.required() && !given.contains(property.name())) {
                throw new Refusal.Validation(
                        id.description() + " requires the configuration property '" + property.name() + "'.");
            }
        }
        for (String name : given) {
            if (!configurationProperties.isEmpty()
                    && configurationProperties.stream()
                            .noneMatch(property -> property.name().equals(name))) {
                throw new Refusal.Validation(id.description() + " has no configuration property '" + name + "'.");
            }
        }
    }

    private static void requireCount(ActionTypeId id, String kind, ArtifactDetails details, List<Artifact> given) {
        if (!details.allows(given.size())) {
            throw new Refusal.Validation(
                    id.description() + " takes " + details + " as " + kind + ", not " + given.size() + ".");
        }
    }
}
