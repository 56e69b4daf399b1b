package dev.jobport.application.usecase;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;

/** The rules by which an action type that somebody names is accepted. */
final class ThirdPartyActionTypes {

    private ThirdPartyActionTypes() {}

    static void requireOwner(ActionTypeId id) {
        if (id.owner() != ActionOwner.ThirdParty) {
            throw new Refusal.Validation("ActionType with owner '" + id.owner() + "' is not supported");
        }
    }

    static ActionType find(ActionTypeRepository actionTypes, ActionTypeId id) {
        return actionTypes.find(id).orElseThrow(() -> new Refusal.ActionTypeNotFound(id.description()));
    }
}
