package dev.jobport.application.usecase;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Operators;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Carries out what the operator asks. */
public final class OperatorUseCases implements Operators {

    private static final String ACTION_TYPES = "registeredActionTypes";
    private static final String CLIENTS = "clients";

    private final Store store;
    private final Identifiers identifiers;
    private final Pulse pulse;
    private final Quotas quotas;

    /** @param pulse of the clock, without which the server is not ready */
    public OperatorUseCases(Store store, Identifiers identifiers, Pulse pulse) {
        this(store, identifiers, pulse, Quotas.DEFAULT);
    }

    public OperatorUseCases(Store store, Identifiers identifiers, Pulse pulse, Quotas quotas) {
        this.store = store;
        this.identifiers = identifiers;
        this.pulse = pulse;
        this.quotas = quotas;
    }

    @Override
    public void putActionType(Account account, ActionType actionType) {
        put(account, actionType, before -> before.replaceWithoutLoss(actionType));
    }

    @Override
    public void replaceActionType(Account account, ActionType actionType) {
        put(account, actionType, before -> before.replace(actionType));
    }

    private void put(Account account, ActionType actionType, UnaryOperator<ActionType> replacement) {
        NamedActionTypes.requireJobWorkers(actionType.id());
        store.actionTypes().update(account, actionType.id(), (before, others) -> {
            if (before.filter(type -> !type.isDeleted()).isEmpty()) {
                requireRoom("action types of this owner", others, quotas.actionTypes());
            }
            return before.map(replacement).orElse(actionType);
        });
    }

    @Override
    public ActionType changeActionType(Account account, ActionTypeId id, UnaryOperator<ActionType> change) {
        return store.actionTypes().update(account, id, (before, others) -> {
            ActionType registered =
                    before.filter(type -> !type.isDeleted()).orElseThrow(() -> NamedActionTypes.notFound(id));
            return registered.replace(change.apply(registered));
        });
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
    public Page<ActionType> actionTypes(Account account, PageRequest page) {
        List<ActionType> found = NamedActionTypes.list(
                store.actionTypes(), account, "", page.after(ACTION_TYPES), type -> true, page.maxResults() + 1);
        return page.pageOf(ACTION_TYPES, found, type -> type.id().toString());
    }

    @Override
    public RegisteredClient registerClient(
            Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken) {
        requireRoom("clients", store.clients().count(account, quotas.clients()), quotas.clients());
        ClientId id = clientId.orElseGet(identifiers::newClientId);
        ClientToken token = clientToken.orElseGet(identifiers::newClientToken);
        if (!store.clients().addIfAbsent(account, Client.register(id, token))) {
            throw new Refusal.ClientAlreadyExists(id);
        }
        return new RegisteredClient(id, token);
    }

    private static void requireRoom(String what, long others, int most) {
        if (others >= most) {
            throw new Refusal.LimitExceeded(
                    "There are " + most + " " + what + ", and there may be no more; delete one first.");
        }
    }

    @Override
    public RegisteredClient rotateClient(Account account, ClientId clientId, Optional<ClientToken> clientToken) {
        ClientToken token = clientToken.orElseGet(identifiers::newClientToken);
        if (!store.clients().replace(account, Client.register(clientId, token))) {
            throw new Refusal.ClientNotFound(clientId);
        }
        return new RegisteredClient(clientId, token);
    }

    @Override
    public void removeClient(Account account, ClientId clientId) {
        if (!store.clients().remove(account, clientId)) {
            throw new Refusal.ClientNotFound(clientId);
        }
    }

    @Override
    public Page<ClientId> clients(Account account, PageRequest page) {
        List<ClientId> found = store.clients().list(account, page.after(CLIENTS), page.maxResults() + 1);
        return page.pageOf(CLIENTS, found, ClientId::value);
    }

    @Override
    public boolean isReady() {
        return pulse.isBeating() && store.isReady();
    }
}
