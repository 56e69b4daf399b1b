package dev.jobport.domain.actiontype;

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

    /** The same as a tombstone, which it may be already. */
    public ActionType delete() {
        return new ActionType(id, definition, timing, declaration, tags, true);
    }

    /**
     * What takes the place of this type.
     *
     * @param next of the same id
     * @throws Refusal.Validation if jobs could not be found any more, or this is a tombstone and the next one is not like
     *     what was deleted
     */
    public ActionType replace(ActionType next) {
        Optional<String> difference = definition.differenceFrom(next.definition);
        if (isDeleted && difference.isPresent()) {
            throw new Refusal.Validation(
                    difference.get(),
                    id.description() + " was deleted and can only come back as it was;"
                            + " give the same definition, or choose a version that was never used.");
        }
        if (!queryableProperty().equals(next.queryableProperty())) {
            throw new Refusal.Validation(
                    ActionTypeDefinition.PROPERTIES,
                    "The queryable property of an action type cannot change: jobs wait by it;"
                            + " choose another version.");
        }
        return next;
    }

    /**
     * What takes the place of this type and leaves out nothing that this one declares. What a tombstone declared may be left
     * out.
     *
     * @param next of the same id
     * @throws Refusal.DeclarationsLost if it leaves something out
     * @throws Refusal.Validation as of {@link #replace}
     */
    public ActionType replaceWithoutLoss(ActionType next) {
        List<String> lost = isDeleted ? List.of() : Losses.between(this, next);
        if (!lost.isEmpty()) {
            throw new Refusal.DeclarationsLost(id.description(), lost);
        }
        return replace(next);
    }

    /** The same with other tags. */
    public ActionType tagged(Tags otherTags) {
        return new ActionType(id, definition, timing, declaration, otherTags, isDeleted);
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
     * Where the jobs of an action wait that starts with this configuration and so many artifacts.
     *
     * @param account that has the type, and starts the action
     * @throws Refusal.Validation if a required property is missing, a key is no property of the type, the configuration is
     *     too large or has a mask instead of a secret, or there are too few or too many artifacts
     */
    public JobQueue queueFor(
            Account account, Map<String, String> configuration, int inputArtifacts, int outputArtifacts) {
        definition.requireAllowed(id, configuration, inputArtifacts, outputArtifacts);
        return new JobQueue(account, id, queryableProperty().map(configuration::get));
    }

    /**
     * Where the jobs that a poll asks for wait.
     *
     * @param account that has the type, and polls
     * @param queryParam the queryable property and the value that is asked for; empty if the type has none
     * @throws Refusal.Validation if it does not name the queryable property, or there is none
     */
    public JobQueue queueOf(Account account, Map<String, String> queryParam) {
        Set<String> queryable = queryableProperty().stream().collect(Collectors.toUnmodifiableSet());
        if (!queryParam.keySet().equals(queryable)) {
            throw new Refusal.Validation(
                    "queryParam",
                    queryable.isEmpty()
                            ? id.description() + " has no queryable property; leave out queryParam."
                            : id.description() + " must be polled with a value of " + queryable + " in queryParam.");
        }
        return new JobQueue(account, id, queryParam.values().stream().findFirst());
    }
}
