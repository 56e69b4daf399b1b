package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Action types by the text of their ids. */
final class MemoryActionTypes implements ActionTypeRepository {

    private final Map<String, ActionType> byId = new ConcurrentSkipListMap<>();

    @Override
    public void put(ActionType actionType) {
        byId.put(actionType.id().toString(), actionType);
    }

    @Override
    public Optional<ActionType> find(ActionTypeId id) {
        return Optional.ofNullable(byId.get(id.toString()));
    }

    @Override
    public List<ActionType> list() {
        return List.copyOf(byId.values());
    }
}
