package dev.jobport.application.driven;

import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.List;
import java.util.Optional;

/** Keeps action types, each account's apart from the others'. */
public interface ActionTypeRepository {

    /** Keeps an action type, in the place of the account's one of the same id. */
    void put(Account account, ActionType actionType);

    Optional<ActionType> find(Account account, ActionTypeId id);

    /** All of the account, ordered by the text of their ids. */
    List<ActionType> list(Account account);
}
