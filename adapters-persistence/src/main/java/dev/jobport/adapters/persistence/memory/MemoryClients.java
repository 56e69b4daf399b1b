package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Clients by their ids. */
final class MemoryClients implements ClientRepository {

    private final Map<Account, Map<String, Client>> byAccount = new ConcurrentHashMap<>();

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return byAccount
                        .computeIfAbsent(account, one -> new ConcurrentSkipListMap<>())
                        .putIfAbsent(client.id().value(), client)
                == null;
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        return Optional.ofNullable(of(account).get(id.value()));
    }

    @Override
    public List<ClientId> list(Account account) {
        return of(account).values().stream().map(Client::id).toList();
    }

    private Map<String, Client> of(Account account) {
        return byAccount.getOrDefault(account, Map.of());
    }
}
