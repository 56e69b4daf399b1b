package dev.jobport.application.driven;

import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.List;
import java.util.Optional;

/** Keeps action types, each account's apart from the others', tombstones too. */
public interface ActionTypeRepository {

    /** So many others are counted at the most: enough for any quota, and few enough to be counted at each change. */
    int MAX_COUNTED = 1_000;

    /** Makes an action type in the place of the one that is kept; a pure function that calls nothing of the store. */
    @FunctionalInterface
    interface Replacement {

        /**
         * @param before the one of the id, a tombstone too; empty if there never was any
         * @param others how many others the account has of the same owner, tombstones not counted; at most
         *     {@link #MAX_COUNTED}
         * @return of the same id
         */
        ActionType of(Optional<ActionType> before, long others);
    }

    /**
     * Keeps what the replacement makes of the account's action type of this id, or of there being none. Meanwhile
     * nobody else changes any action type of the same owner in the account. If it throws, nothing has changed and the exception is passed on.
     *
     * @return what it made
     */
    ActionType update(Account account, ActionTypeId id, Replacement replacement);

    /** Keeps an action type, in the place of the account's one of the same id. */
    default void put(Account account, ActionType actionType) {
        update(account, actionType.id(), (before, others) -> actionType);
    }

    Optional<ActionType> find(Account account, ActionTypeId id);

    /**
     * Action types of the account, tombstones too, in the order of the text of their ids. The cost grows with how many are
     * asked for, not with how many there are.
     *
     * @param after a text that comes before the ids of all that are asked for: the empty one, or the last id seen
     * @param atMost how many
     */
    List<ActionType> list(Account account, String after, int atMost);
}
