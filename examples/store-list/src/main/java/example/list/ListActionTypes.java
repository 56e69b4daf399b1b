package example.list;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Action types by account and id. */
final class ListActionTypes implements ActionTypeRepository {

    private final TreeMap<String, ActionType> all = new TreeMap<>();

    private static String key(Account account, String id) {
        return account + " " + id;
    }

    @Override
    public synchronized ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        long others = list(account, "", Integer.MAX_VALUE).stream()
                .filter(type -> type.id().owner() == id.owner()
                        && !type.isDeleted()
                        && !type.id().equals(id))
                .limit(MAX_COUNTED)
                .count();
        ActionType made = replacement.of(find(account, id), others);
        all.put(key(account, id.toString()), made);
        return made;
    }

    @Override
    public synchronized Optional<ActionType> find(Account account, ActionTypeId id) {
        return Optional.ofNullable(all.get(key(account, id.toString())));
    }

    @Override
    public synchronized List<ActionType> list(Account account, String after, int atMost) {
        return all.tailMap(key(account, after), false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(key(account, "")))
                .limit(atMost)
                .map(entry -> entry.getValue())
                .toList();
    }
}
