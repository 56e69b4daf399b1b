package dev.jobport.application.driven;

import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.List;
import java.util.Optional;

/** Keeps action types. */
public interface ActionTypeRepository {

    /** Keeps an action type, in the place of one of the same id. */
    void put(ActionType actionType);

    Optional<ActionType> find(ActionTypeId id);

    /** All of them, ordered by the text of their ids. */
    List<ActionType> list();
}
