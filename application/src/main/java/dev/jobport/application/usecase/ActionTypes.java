package dev.jobport.application.usecase;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.List;

/** The rules by which an action type that somebody names is accepted. For all but who changes them, tombstones are none. */
final class ActionTypes {

    private ActionTypes() {}

    /** Job workers of a family name action types of its owner. */
    static void requireOwner(ActionTypeId id, ActionOwner owner) {
        require(id, id.owner() == owner);
    }

    /** Nobody but AWS carries out AWS's own actions. */
    static void requireJobWorkers(ActionTypeId id) {
        require(id, id.owner() != ActionOwner.AWS);
    }

    private static void require(ActionTypeId id, boolean isSupported) {
        if (!isSupported) {
            throw new Refusal.Validation("ActionType with owner '" + id.owner() + "' is not supported");
        }
    }

    static ActionType find(ActionTypeRepository actionTypes, Account account, ActionTypeId id) {
        return actionTypes.find(account, id).filter(type -> !type.isDeleted()).orElseThrow(() -> notFound(id));
    }

    static List<ActionType> list(ActionTypeRepository actionTypes, Account account) {
        return actionTypes.list(account).stream()
                .filter(type -> !type.isDeleted())
                .toList();
    }

    static Refusal notFound(ActionTypeId id) {
        return new Refusal.ActionTypeNotFound(id.description());
    }
}
