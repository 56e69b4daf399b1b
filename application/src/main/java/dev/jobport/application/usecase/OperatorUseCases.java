package dev.jobport.application.usecase;

import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Operators;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.List;
import java.util.Optional;

/** Carries out what the operator asks. */
public final class OperatorUseCases implements Operators {

    private final Store store;
    private final Identifiers identifiers;
    private final Pulse pulse;

    /** @param pulse of the clock, without which the server is not ready */
    public OperatorUseCases(Store store, Identifiers identifiers, Pulse pulse) {
        this.store = store;
        this.identifiers = identifiers;
        this.pulse = pulse;
    }

    @Override
    public void putActionType(Account account, ActionType actionType) {
        NamedActionTypes.requireJobWorkers(actionType.id());
        store.actionTypes()
                .update(
                        account,
                        actionType.id(),
                        (before, others) ->
                                before.map(type -> type.replace(actionType)).orElse(actionType));
    }

    @Override
    public void deleteActionType(Account account, ActionTypeId id) {
        store.actionTypes()
                .update(
                        account,
                        id,
                        (before, others) -> before.orElseThrow(() -> NamedActionTypes.notFound(id))
                                .delete());
    }

    @Override
    public ActionType actionType(Account account, ActionTypeId id) {
        return NamedActionTypes.find(store.actionTypes(), account, id);
    }

    @Override
    public List<ActionType> actionTypes(Account account) {
        return NamedActionTypes.list(store.actionTypes(), account);
    }

    @Override
    public RegisteredClient registerClient(
            Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken) {
        ClientId id = clientId.orElseGet(identifiers::newClientId);
        ClientToken token = clientToken.orElseGet(identifiers::newClientToken);
        if (!store.clients().addIfAbsent(account, Client.register(id, token))) {
            throw new Refusal.ClientAlreadyExists(id);
        }
        return new RegisteredClient(id, token);
    }

    @Override
    public List<ClientId> clients(Account account) {
        return store.clients().list(account);
    }

    @Override
    public boolean isReady() {
        return pulse.isBeating() && store.isReady();
    }
}
