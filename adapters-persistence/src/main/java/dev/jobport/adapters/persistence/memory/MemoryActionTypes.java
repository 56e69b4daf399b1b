package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Action types by the text of their ids. */
final class MemoryActionTypes implements ActionTypeRepository {

    private final Map<Account, NavigableMap<String, ActionType>> byAccount = new ConcurrentHashMap<>();

    @Override
    public synchronized ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        long others = of(account).values().stream()
                .filter(type -> type.id().owner() == id.owner() && !type.isDeleted())
                .filter(type -> !type.id().equals(id))
                .limit(MOST_COUNTED)
                .count();
        ActionType made = replacement.of(find(account, id), others);
        byAccount.computeIfAbsent(account, one -> new ConcurrentSkipListMap<>()).put(id.toString(), made);
        return made;
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return Optional.ofNullable(of(account).get(id.toString()));
    }

    @Override
    public List<ActionType> list(Account account, String after, int atMost) {
        return of(account).tailMap(after, false).values().stream().limit(atMost).toList();
    }

    private NavigableMap<String, ActionType> of(Account account) {
        return byAccount.getOrDefault(account, Collections.emptyNavigableMap());
    }
}
