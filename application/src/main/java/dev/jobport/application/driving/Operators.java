package dev.jobport.application.driving;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the server's operator may do: define an account's action types, register and remove its clients, and ask whether all
 * is well. Each account has its own, and two accounts may use the same names.
 */
public interface Operators {

    /**
     * Registers an action type, or puts it in the place of the registered one of the same id. Its durations and definition
     * hold for actions that start from then on. Nothing that the registered one declares is lost by not being repeated.
     *
     * @throws Refusal.DeclarationsLost if something would be
     * @throws Refusal.Validation if its owner is AWS, or its queryable property changes, or there was a different one that
     *     was deleted
     * @throws Refusal.LimitExceeded if it is new, and the account has too many of its owner
     */
    void putActionType(Account account, ActionType actionType);

    /** Does the same and lets go whatever is not repeated. */
    void replaceActionType(Account account, ActionType actionType);

    /**
     * Puts what a change makes of a registered action type in its place; no other change of it happens in between.
     *
     * @param change of the same id; a pure function that calls nothing of this
     * @return what it made
     * @throws Refusal.ActionTypeNotFound if nobody registered it
     * @throws Refusal.Validation if its queryable property changes
     */
    ActionType changeActionType(Account account, ActionTypeId id, UnaryOperator<ActionType> change);

    /**
     * Leaves a tombstone in the place of an action type: nothing of it starts or is handed out any more, what job workers
     * have in their hands goes on. It may be one already.
     *
     * @throws Refusal.ActionTypeNotFound if nobody ever registered it
     */
    void deleteActionType(Account account, ActionTypeId id);

    /** @throws Refusal.ActionTypeNotFound if nobody registered it */
    ActionType actionType(Account account, ActionTypeId id);

    /**
     * Action types, by name.
     *
     * @throws Refusal.InvalidNextToken if the page asked for was not announced by this list
     */
    Page<ActionType> actionTypes(Account account, PageRequest page);

    /**
     * Registers a client. What is not given is minted. The token is told here and never again.
     *
     * @throws Refusal.ClientAlreadyExists if the id is taken
     * @throws Refusal.LimitExceeded if the account has too many clients
     */
    RegisteredClient registerClient(Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken);

    /**
     * Gives a client another token; the one before counts no more from then on, at whichever server. It is minted if it is
     * not given, and told here and never again.
     *
     * @throws Refusal.ClientNotFound if nobody registered the client
     */
    RegisteredClient rotateClient(Account account, ClientId clientId, Optional<ClientToken> clientToken);

    /**
     * Forgets a client; its token counts no more from then on. Its actions are left to their timeouts, unless they are
     * stopped, or a client of the same id is registered again.
     *
     * @throws Refusal.ClientNotFound if nobody registered the client
     */
    void removeClient(Account account, ClientId clientId);

    /**
     * The ids of clients, in order.
     *
     * @throws Refusal.InvalidNextToken if the page asked for was not announced by this list
     */
    Page<ClientId> clients(Account account, PageRequest page);

    /** Whether the server can do its work now: its store answers, and its clock ticks. */
    boolean isReady();

    /** A client and its token. */
    record RegisteredClient(ClientId clientId, ClientToken clientToken) {}
}
