package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A kind of action that pipelines may run and job workers may poll for.
 *
 * @param isDeleted whether it is a tombstone: nothing of the type starts or is handed out any more, and its name is taken
 */
public record ActionType(
        ActionTypeId id,
        ActionTypeDefinition definition,
        Timing timing,
        ProviderDeclaration declaration,
        Tags tags,
        boolean isDeleted) {

    public ActionType {
        requireNonNull(id);
        requireNonNull(timing);
        requireNonNull(declaration);
        requireNonNull(tags);
        if (id.owner() == ActionOwner.Custom) {
            definition.requireOfCustom();
        }
        if (id.owner() == ActionOwner.ThirdParty) {
            definition.requireOfThirdParty();
        }
    }

    /** A type of which only this is known. */
    public ActionType(ActionTypeId id, ActionTypeDefinition definition, Timing timing) {
        this(id, definition, timing, ProviderDeclaration.NONE, Tags.NONE, false);
    }

    /** A type whose actions take any configuration. */
    public ActionType(ActionTypeId id, Timing timing) {
        this(id, ActionTypeDefinition.DEFAULT, timing);
    }

    /** The name of the property by which polls tell jobs of the type apart. */
    public Optional<String> queryableProperty() {
        return definition.queryableProperty().map(ConfigurationProperty::name);
    }

    /** Which of these properties are secret. */
    public Set<String> secretsAmong(Set<String> given) {
        return definition.configurationProperties().stream()
                .filter(ConfigurationProperty::secret)
                .map(ConfigurationProperty::name)
                .filter(given::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Where the jobs of an action wait that starts with this input.
     *
     * @param account that has the type, and starts the action
     * @throws Refusal.Validation if a required property is missing, a key is no property of the type, or there are too few
     *     or too many artifacts
     */
    public JobQueue queueFor(Account account, ActionInput input) {
        definition.requireAllowed(id, input);
        Map<String, String> configuration = input.configuration();
        return new JobQueue(
                account,
                id,
                queryableProperty().map(configuration::get).map(ConfigurationProperty.QUERYABLE_VALUE::require));
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
}
