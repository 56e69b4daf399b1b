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
    public synchronized ActionType update(ActionTypeId id, Change change) {
        long others = byId.values().stream()
                .filter(type -> type.id().owner() == id.owner() && !type.isDeleted())
                .filter(type -> !type.id().equals(id))
                .count();
        ActionType made = change.of(find(id), others);
        byId.put(id.toString(), made);
        return made;
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
