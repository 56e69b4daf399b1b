package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of action that pipelines may run and job workers may poll for.
 *
 * @param configurationProperties what its actions are configured by, at most {@value #MOST_PROPERTIES}, at most one of
 *     them queryable; none if they take any configuration
 */
public record ActionType(ActionTypeId id, Timing timing, List<ConfigurationProperty> configurationProperties) {

    /** CodePipeline User Guide, quotas. */
    public static final int MOST_PROPERTIES = 10;

    public ActionType {
        requireNonNull(id);
        requireNonNull(timing);
        configurationProperties = List.copyOf(configurationProperties);
        if (configurationProperties.size() > MOST_PROPERTIES) {
            throw new Refusal.Validation(
                    "An action type has at most " + MOST_PROPERTIES + " configuration properties.");
        }
        if (names(configurationProperties).size() < configurationProperties.size()) {
            throw new Refusal.Validation("No two configuration properties of an action type have the same name.");
        }
        if (configurationProperties.stream()
                        .filter(ConfigurationProperty::queryable)
                        .count()
                > 1) {
            throw new Refusal.Validation("At most one configuration property of an action type is queryable.");
        }
    }

    /** A type whose actions take any configuration. */
    public ActionType(ActionTypeId id, Timing timing) {
        this(id, timing, List.of());
    }

    /** The name of the property by which polls tell jobs of the type apart. */
    public Optional<String> queryableProperty() {
        return configurationProperties.stream()
                .filter(ConfigurationProperty::queryable)
                .map(ConfigurationProperty::name)
                .findFirst();
    }

    /**
     * Where the jobs of an action wait that starts with this configuration.
     *
     * @param account that has the type, and starts the action
     * @throws Refusal.Validation if a required property is missing, or a key is no property of the type
     */
    public JobQueue queueFor(Account account, Map<String, String> configuration) {
        requireProperties(configuration.keySet());
        return new JobQueue(
                account,
                id,
                queryableProperty().map(configuration::get).map(ConfigurationProperty.QUERYABLE_VALUE::require));
    }

    private void requireProperties(Set<String> given) {
        for (ConfigurationProperty property : configurationProperties) {
            if (property.required() && !given.contains(property.name())) {
                throw new Refusal.Validation(
                        id.description() + " requires the configuration property '" + property.name() + "'.");
            }
        }
        Set<String> known = names(configurationProperties);
        for (String name : given) {
            if (!known.isEmpty() && !known.contains(name)) {
                throw new Refusal.Validation(id.description() + " has no configuration property '" + name + "'.");
            }
        }
    }

    /**
     * Where the jobs wait that a poll asks for.
     *
     * @param account that has the type, and polls
     * @param queryParam the queryable property and the value that is asked for; empty if the type has none
     * @throws Refusal.Validation if it does not name the queryable property, or there is none
     */
    public JobQueue queueOf(Account account, Map<String, String> queryParam) {
        Set<String> queryable = queryableProperty().stream().collect(Collectors.toUnmodifiableSet());
        if (!queryParam.keySet().equals(queryable)) {
            throw new Refusal.Validation(
                    queryable.isEmpty()
                            ? id.description() + " has no queryable property; leave out queryParam."
                            : id.description() + " must be polled with a value of " + queryable + " in queryParam.");
        }
        return new JobQueue(account, id, queryParam.values().stream().findFirst());
    }

    private static Set<String> names(List<ConfigurationProperty> properties) {
        return properties.stream().map(ConfigurationProperty::name).collect(Collectors.toUnmodifiableSet());
    }
}
