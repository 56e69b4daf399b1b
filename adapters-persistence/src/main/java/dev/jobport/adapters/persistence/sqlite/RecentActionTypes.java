package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.Remembered;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * The action types that were used last, as they are on disk: each poll asks for one. They can be kept here because the store
 * has its file to itself, and one of an id is found or changed at a time.
 */
record RecentActionTypes(ActionTypeRepository onDisk, ConcurrentMap<Key, ActionType> recent)
        implements ActionTypeRepository {

    record Key(Account account, ActionTypeId id) {}

    static ActionTypeRepository of(ActionTypeRepository onDisk) {
        return new RecentActionTypes(
                onDisk, Remembered.<Key, ActionType>bySize(Remembered::bytes).asMap());
    }

    @Override
    public ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        Key key = new Key(account, id);
        try {
            return recent.compute(key, (same, before) -> onDisk.update(account, id, replacement));
        } catch (RuntimeException e) {
            recent.remove(key); // nobody knows what is on disk
            throw e;
        }
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        Key key = new Key(account, id);
        ActionType known = recent.get(key);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(recent.computeIfAbsent(
                        key, same -> onDisk.find(account, id).orElse(null)));
    }

    @Override
    public List<ActionType> list(Account account, String after, int atMost) {
        return onDisk.list(account, after, atMost);
    }
}
