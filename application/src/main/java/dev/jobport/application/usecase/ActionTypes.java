package dev.jobport.application.usecase;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;

/** The rules by which an action type that somebody names is accepted. */
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
        return actionTypes.find(account, id).orElseThrow(() -> new Refusal.ActionTypeNotFound(id.description()));
    }
}
