package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/** Clients by their ids. They change under the lock of the jobs, and are looked at without it. */
final class MemoryClients implements ClientRepository {

    private final ByAccount<Client> kept = new ByAccount<>();
    private final Lock lock;

    MemoryClients(Lock lock) {
        this.lock = lock;
    }

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return locked(() -> kept.putIfAbsent(account, client.id().value(), client));
    }

    @Override
    public boolean replace(Account account, Client client) {
        return locked(() -> kept.replace(account, client.id().value(), client));
    }

    @Override
    public boolean remove(Account account, ClientId id) {
        return locked(() -> kept.remove(account, id.value()));
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

    private boolean locked(BooleanSupplier change) {
        lock.lock();
        try {
            return change.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
