package dev.jobport.application.driving;

import static java.util.Objects.requireNonNull;

import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypePattern;
import dev.jobport.domain.job.Invocation;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and what they may touch. A transport makes sure of it; the use cases act on it.
 *
 * @param name for people: the id of an access key, never a secret
 * @param account for which the caller acts: of others, nothing exists for it
 * @param actionTypes those of which the caller may touch the jobs
 * @param control whether the caller has control rights, without which nobody changes an action type
 * @param invocation by which a repeated acknowledgement is known; absent if the client does not say
 */
public record Caller(
        String name,
        Account account,
        Set<ActionTypePattern> actionTypes,
        boolean control,
        Optional<Invocation> invocation) {

    public Caller {
        requireNonNull(name);
        requireNonNull(account);
        actionTypes = Set.copyOf(actionTypes);
        requireNonNull(invocation);
    }

    /** Whoever reaches a server that asks nobody for credentials. */
    public static Caller anyone(Account account) {
        return new Caller("anyone", account, Set.of(ActionTypePattern.ANY), true, Optional.empty());
    }

    /** The same caller, in an invocation. */
    public Caller in(Optional<Invocation> now) {
        return new Caller(name, account, actionTypes, control, now);
    }

    /** @throws Refusal.AccessDenied unless the caller may touch jobs of the action type */
    public void require(ActionTypeId actionType) {
        require(mayTouch(actionType), actionType);
    }

    /** @throws Refusal.AccessDenied unless the caller may change action types */
    public void requireControl(ActionTypeId actionType) {
        require(control, actionType);
    }

    /** @throws Refusal.AccessDenied unless the caller {@link #maySee may see} the action type */
    public void requireSight(ActionTypeId actionType) {
        require(maySee(actionType), actionType);
    }

    /** Whether the caller may touch jobs of the action type, or change it. */
    public boolean maySee(ActionTypeId actionType) {
        return control || mayTouch(actionType);
    }

    private boolean mayTouch(ActionTypeId actionType) {
        for (ActionTypePattern allowed : actionTypes) {
            if (allowed.matches(actionType)) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean mayDoIt, ActionTypeId actionType) {
        if (!mayDoIt) {
            throw new Refusal.AccessDenied(actionType);
        }
    }
}
