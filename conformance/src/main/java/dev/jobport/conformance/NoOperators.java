package dev.jobport.conformance;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Operators;
import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An endpoint that nobody operates: what the protocol itself can do is done by it, and the rest is a capability that is
 * missing. The times of its action types are the endpoint's own.
 */
record NoOperators(Asked asked) implements Operators {

    private RuntimeException missing() {
        return asked.notes().missing(Capability.CONTROL);
    }

    /** Makes new ones of the caller's own account. The protocol changes none. */
    @Override
    public void putActionType(Account account, ActionType type) {
        if (type.id().owner() != ActionOwner.Custom
                || !asked.isOwn(account)
                || asked.belongings().owns(account, type.id())) {
            throw missing();
        }
        ActionTypes actionTypes = asked.actionTypes();
        try {
            actionTypes.createCustomActionType(
                    asked.endpoint().administering(), type.id(), type.definition(), Tags.NONE);
        } catch (Refusal | AssertionError e) {
            throw new SetUpFailed("An action type for the clause could not be made: " + e.getMessage(), e);
        }
    }

    @Override
    public void deleteActionType(Account account, ActionTypeId id) {
        asked.actionTypes().deleteCustomActionType(asked.endpoint().administering(), id);
    }

    @Override
    public void replaceActionType(Account account, ActionType actionType) {
        throw missing();
    }

    @Override
    public ActionType changeActionType(Account account, ActionTypeId id, UnaryOperator<ActionType> change) {
        throw missing();
    }

    @Override
    public ActionType actionType(Account account, ActionTypeId id) {
        throw missing();
    }

    @Override
    public Page<ActionType> actionTypes(Account account, PageRequest page) {
        throw missing();
    }

    @Override
    public RegisteredClient registerClient(
            Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken) {
        throw missing();
    }

    @Override
    public RegisteredClient rotateClient(Account account, ClientId clientId, Optional<ClientToken> clientToken) {
        throw missing();
    }

    @Override
    public void removeClient(Account account, ClientId clientId) {
        throw missing();
    }

    @Override
    public Page<ClientId> clients(Account account, PageRequest page) {
        throw missing();
    }

    @Override
    public boolean isReady() {
        throw missing();
    }
}
