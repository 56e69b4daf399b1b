package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.List;
import java.util.Optional;

/** Action types by the text of their ids. */
final class MemoryActionTypes implements ActionTypeRepository {

    private final ByAccount<ActionType> kept = new ByAccount<>();

    @Override
    public synchronized ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        long others = kept.after(account, "")
                .filter(type -> type.id().owner() == id.owner() && !type.isDeleted())
                .filter(type -> !type.id().equals(id))
                .limit(MAX_COUNTED)
                .count();
        ActionType made = replacement.of(find(account, id), others);
        kept.put(account, id.toString(), made);
        return made;
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return kept.find(account, id.toString());
    }

    @Override
    public List<ActionType> list(Account account, String after, int atMost) {
        return kept.after(account, after).limit(atMost).toList();
    }

    int size() {
        return kept.size();
    }
}
