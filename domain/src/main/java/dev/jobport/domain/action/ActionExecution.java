package dev.jobport.domain.action;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of an action: what its jobs have in common and what never changes. How far it has come is told by its last
 * job.
 *
 * @param queue where its jobs wait to be handed out
 * @param clientId whose action it is; present exactly for third-party actions
 * @param secrets the properties that were secret when the action started, also those that a store cannot read any more and
 *     has left out of the configuration
 * @param settings those of its type when the action started: where people are led from it
 * @param timing the durations that held when the action started
 * @param startedAt to the millisecond
 */
public record ActionExecution(
        ActionExecutionId id,
        JobQueue queue,
        Optional<ClientId> clientId,
        ActionInput input,
        Set<String> secrets,
        ActionTypeSettings settings,
        Timing timing,
        Instant startedAt) {

    public ActionExecution {
        requireNonNull(id);
        requireNonNull(queue);
        requireNonNull(clientId);
        requireNonNull(input);
        secrets = Set.copyOf(secrets);
        requireNonNull(settings);
        requireNonNull(timing);
        requireNonNull(startedAt);
        requireClient(queue.actionTypeId().owner(), clientId);
    }

    private static void requireClient(ActionOwner owner, Optional<ClientId> clientId) {
        boolean needsClient = owner == ActionOwner.ThirdParty;
        if (needsClient && clientId.isEmpty()) {
            throw new Refusal.Validation(Violation.missing("clientId"));
        }
        if (!needsClient && clientId.isPresent()) {
            throw new Refusal.Validation("clientId", "Only a third-party action has a client; leave out clientId.");
        }
    }

    /**
     * Where the jobs of an action will wait if it starts like this.
     *
     * @param account that has the type, and starts the action
     * @throws Refusal.Validation as of {@link ActionType#queueFor}, or if a client is missing or too many
     */
    public static JobQueue queueFor(Account account, ActionType type, Optional<ClientId> clientId, ActionInput input) {
        JobQueue queue = type.queueFor(
                account,
                input.configuration(),
                input.inputArtifacts().size(),
                input.outputArtifacts().size());
        requireClient(type.id().owner(), clientId);
        return queue;
    }

    /**
     * One that starts now.
     *
     * @param queue of the type, for this client and this input
     * @param client whose action it is, as it is registered
     */
    public static ActionExecution start(
            ActionExecutionId id,
            JobQueue queue,
            ActionType type,
            Optional<Client> client,
            ActionInput input,
            Instant startedAt) {
        return new ActionExecution(
                id,
                queue,
                client.map(Client::id),
                input,
                type.secretsAmong(input.configuration().keySet()),
                type.definition().settings(),
                type.timing(),
                startedAt);
    }

    /** The configuration as it is shown to everybody but job workers. */
    public Map<String, String> shownConfiguration() {
        Map<String, String> shown = new LinkedHashMap<>(input.configuration());
        secrets.forEach(name -> shown.put(name, ConfigurationProperty.MASK));
        return Collections.unmodifiableMap(shown);
    }

    /** What of the configuration is no secret. */
    Map<String, String> openConfiguration() {
        Map<String, String> open = new LinkedHashMap<>(input.configuration());
        open.keySet().removeAll(secrets);
        return open;
    }

    /** Whose job workers carry the action out. */
    public ActionOwner owner() {
        return actionTypeId().owner();
    }

    /** Whose it is: the account by which it was started. */
    public Account account() {
        return queue.account();
    }

    public ActionTypeId actionTypeId() {
        return queue.actionTypeId();
    }

    /** When the action times out, whichever of its jobs is being worked on and even if nobody polls. */
    public Instant deadline() {
        return startedAt.plus(timing.actionTimeout());
    }
}
