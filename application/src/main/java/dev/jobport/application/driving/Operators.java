package dev.jobport.application.driving;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.List;
import java.util.Optional;

/**
 * What the server's operator may ask: register an account's action types and clients, and whether all is well. Other
 * accounts have others, also under the same names.
 */
public interface Operators {

    /**
     * Registers an action type, or puts it in the place of the registered one of the same id. Its durations and definition
     * hold for actions that start from then on.
     *
     * @throws Refusal.Validation if its owner is AWS, or its queryable property changes, or there was a different one that
     *     was deleted
     */
    void putActionType(Account account, ActionType actionType);

    /**
     * Leaves a tombstone in the place of an action type: nothing of it starts or is handed out any more, what job workers
     * have in their hands goes on. It may be one already.
     *
     * @throws Refusal.ActionTypeNotFound if nobody ever registered it
     */
    void deleteActionType(Account account, ActionTypeId id);

    /** @throws Refusal.ActionTypeNotFound if nobody registered it */
    ActionType actionType(Account account, ActionTypeId id);

    /** All action types, by name. */
    List<ActionType> actionTypes(Account account);

    /**
     * Registers a client. What is not given is minted. The token is told here and never again.
     *
     * @throws Refusal.ClientAlreadyExists if the id is taken
     */
    RegisteredClient registerClient(Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken);

    /** The ids of all clients, in order. */
    List<ClientId> clients(Account account);

    /** Whether the server can do its work now: its store answers. */
    boolean isReady();

    /** A client and its token. */
    record RegisteredClient(ClientId clientId, ClientToken clientToken) {}
}
