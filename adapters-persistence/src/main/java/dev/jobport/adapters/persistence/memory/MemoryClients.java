package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Clients by their ids. */
final class MemoryClients implements ClientRepository {

    private final ByAccount<Client> kept = new ByAccount<>();

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return kept.putIfAbsent(account, client.id().value(), client);
    }

    @Override
    public boolean replace(Account account, Client client) {
        return kept.replace(account, client.id().value(), client);
    }

    @Override
    public boolean remove(Account account, ClientId id) {
        return kept.remove(account, id.value());
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        return kept.find(account, id.value());
    }

    @Override
    public List<ClientId> list(Account account, String after, int atMost) {
        return kept.after(account, after).limit(atMost).map(Client::id).toList();
    }

    @Override
    public long count(Account account, int atMost) {
        return kept.after(account, "").limit(atMost).count();
    }

    int size() {
        return kept.size();
    }
}
