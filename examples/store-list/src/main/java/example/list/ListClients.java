package example.list;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Clients by account and id. */
final class ListClients implements ClientRepository {

    private final TreeMap<String, Client> all = new TreeMap<>();

    /** An account's text holds no blank, so that its clients stand together, in the order of their ids. */
    private static String key(Account account, String id) {
        return account + " " + id;
    }

    @Override
    public synchronized boolean addIfAbsent(Account account, Client client) {
        return all.putIfAbsent(key(account, client.id().value()), client) == null;
    }

    @Override
    public synchronized boolean replace(Account account, Client client) {
        return all.replace(key(account, client.id().value()), client) != null;
    }

    @Override
    public synchronized boolean remove(Account account, ClientId id) {
        return all.remove(key(account, id.value())) != null;
    }

    @Override
    public synchronized Optional<Client> find(Account account, ClientId id) {
        return Optional.ofNullable(all.get(key(account, id.value())));
    }

    @Override
    public synchronized List<ClientId> list(Account account, String after, int atMost) {
        return all.tailMap(key(account, after), false).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(key(account, "")))
                .limit(atMost)
                .map(entry -> entry.getValue().id())
                .toList();
    }

    @Override
    public long count(Account account, int atMost) {
        return list(account, "", atMost).size();
    }
}
