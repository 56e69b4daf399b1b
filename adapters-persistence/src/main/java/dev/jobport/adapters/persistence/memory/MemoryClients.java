package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Clients by their ids. */
final class MemoryClients implements ClientRepository {

    private final Map<String, Client> byId = new ConcurrentSkipListMap<>();

    @Override
    public boolean addIfAbsent(Client client) {
        return byId.putIfAbsent(client.id().value(), client) == null;
    }

    @Override
    public Optional<Client> find(ClientId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    @Override
    public List<ClientId> list() {
        return byId.values().stream().map(Client::id).toList();
    }
}
