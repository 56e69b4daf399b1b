package dev.jobport.conformance;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Operators;
import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Remembers what a clause has made, so that nothing of it is left behind. Nobody else's things are touched. What was made
 * last goes first, since it may rest on the rest.
 */
final class Belongings implements Operators {

    private final Operators operators;
    private final Map<Object, Runnable> removals = new LinkedHashMap<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    private record Owned(Account account, Object what) {

        @Override
        public String toString() {
            return what + " of " + account.id() + " in " + account.region();
        }
    }

    Belongings(Operators operators) {
        this.operators = operators;
    }

    /** Something that is not registered by an operator. */
    synchronized void add(Object what, Runnable removal) {
        if (removals.put(what, removal) == null) {
            made.add(what.toString());
        }
    }

    /** What cannot be removed is left, and {@link #left} tells it; the clause has been judged by then. */
    synchronized void remove() {
        List<Map.Entry<Object, Runnable>> lastFirst = new ArrayList<>(removals.entrySet());
        Collections.reverse(lastFirst);
        removals.clear();
        for (Map.Entry<Object, Runnable> each : lastFirst) {
            try {
                each.getValue().run();
            } catch (Refusal.ActionTypeNotFound | Refusal.ClientNotFound e) {
                continue; // it is gone already
            } catch (Refusal | AssertionError | SetUpFailed e) {
                left.add(each.getKey() + ": " + e.getMessage());
            }
        }
    }

    /** Whether the clause has made it. */
    synchronized boolean owns(Account account, ActionTypeId id) {
        return removals.containsKey(id) || removals.containsKey(new Owned(account, id));
    }

    /** All that was made, by its name. */
    synchronized List<String> made() {
        return List.copyOf(made);
    }

    /** What of it could not be removed, and why. */
    synchronized List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public void putActionType(Account account, ActionType type) {
        operators.putActionType(account, type);
        own(account, type.id());
    }

    @Override
    public void replaceActionType(Account account, ActionType type) {
        operators.replaceActionType(account, type);
        own(account, type.id());
    }

    private void own(Account account, ActionTypeId id) {
        add(new Owned(account, id), () -> operators.deleteActionType(account, id));
    }

    @Override
    public ActionType changeActionType(Account account, ActionTypeId id, UnaryOperator<ActionType> change) {
        return operators.changeActionType(account, id, change);
    }

    @Override
    public void deleteActionType(Account account, ActionTypeId id) {
        operators.deleteActionType(account, id);
    }

    @Override
    public ActionType actionType(Account account, ActionTypeId id) {
        return operators.actionType(account, id);
    }

    @Override
    public Page<ActionType> actionTypes(Account account, PageRequest page) {
        return operators.actionTypes(account, page);
    }

    @Override
    public RegisteredClient registerClient(
            Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken) {
        RegisteredClient client = operators.registerClient(account, clientId, clientToken);
        add(new Owned(account, client.clientId()), () -> operators.removeClient(account, client.clientId()));
        return client;
    }

    @Override
    public RegisteredClient rotateClient(Account account, ClientId id, Optional<ClientToken> clientToken) {
        return operators.rotateClient(account, id, clientToken);
    }

    @Override
    public void removeClient(Account account, ClientId id) {
        operators.removeClient(account, id);
    }

    @Override
    public Page<ClientId> clients(Account account, PageRequest page) {
        return operators.clients(account, page);
    }

    @Override
    public boolean isReady() {
        return operators.isReady();
    }
}
