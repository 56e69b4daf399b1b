package dev.jobport.application.usecase;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The rules by which an action type that somebody names is accepted. Only those who change action types see tombstones. */
final class NamedActionTypes {

    private NamedActionTypes() {}

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
            throw new Refusal.Validation(
                    "actionTypeId.owner", "ActionType with owner '" + id.owner() + "' is not supported");
        }
    }

    static ActionType find(ActionTypeRepository actionTypes, Account account, ActionTypeId id) {
        return actionTypes.find(account, id).filter(type -> !type.isDeleted()).orElseThrow(() -> notFound(id));
    }

    /**
     * The first of those that are wanted. The repository is read in pieces until there are enough.
     *
     * @param prefix of the text of their ids
     * @param after they come after this text
     */
    static List<ActionType> list(
            ActionTypeRepository actionTypes,
            Account account,
            String prefix,
            String after,
            Predicate<ActionType> wanted,
            int atMost) {
        List<ActionType> listed = new ArrayList<>();
        String last = after.compareTo(prefix) < 0 ? prefix : after;
        boolean more = true;
        while (more) {
            List<ActionType> piece = actionTypes.list(account, last, atMost);
            for (ActionType type : piece) {
                last = type.id().toString();
                if (last.startsWith(prefix) && !type.isDeleted() && wanted.test(type)) {
                    listed.add(type);
                }
            }
            more = piece.size() == atMost && last.startsWith(prefix) && listed.size() < atMost;
        }
        return listed.subList(0, Math.min(atMost, listed.size()));
    }

    static Refusal notFound(ActionTypeId id) {
        return new Refusal.ActionTypeNotFound(id.description());
    }
}
