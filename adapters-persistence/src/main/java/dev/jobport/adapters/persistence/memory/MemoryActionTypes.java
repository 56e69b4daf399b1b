package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Action types by the text of their ids. */
final class MemoryActionTypes implements ActionTypeRepository {

    private final Map<Account, Map<String, ActionType>> byAccount = new ConcurrentHashMap<>();

    @Override
    public void put(Account account, ActionType actionType) {
        byAccount
                .computeIfAbsent(account, one -> new ConcurrentSkipListMap<>())
                .put(actionType.id().toString(), actionType);
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return Optional.ofNullable(of(account).get(id.toString()));
    }

    @Override
    public List<ActionType> list(Account account) {
        return List.copyOf(of(account).values());
    }

    private Map<String, ActionType> of(Account account) {
        return byAccount.getOrDefault(account, Map.of());
    }
}
