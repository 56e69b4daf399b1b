package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Clients by their ids. */
final class MemoryClients implements ClientRepository {

    private final Map<Account, NavigableMap<String, Client>> byAccount = new ConcurrentHashMap<>();

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return byAccount
                        .computeIfAbsent(account, one -> new ConcurrentSkipListMap<>())
                        .putIfAbsent(client.id().value(), client)
                == null;
    }

    @Override
    public boolean replace(Account account, Client client) {
        return byAccount.containsKey(account) && of(account).replace(client.id().value(), client) != null;
    }

    @Override
    public boolean remove(Account account, ClientId id) {
        return byAccount.containsKey(account) && of(account).remove(id.value()) != null;
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        return Optional.ofNullable(of(account).get(id.value()));
    }

    @Override
    public List<ClientId> list(Account account, String after, int atMost) {
        return of(account).tailMap(after, false).values().stream()
                .limit(atMost)
                .map(Client::id)
                .toList();
    }

    @Override
    public long count(Account account, int atMost) {
        return of(account).values().stream().limit(atMost).count();
    }

    private NavigableMap<String, Client> of(Account account) {
        return byAccount.getOrDefault(account, Collections.emptyNavigableMap());
    }
}
