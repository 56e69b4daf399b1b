package dev.jobport.adapters.persistence.postgres;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Clients in their table. */
final class PostgresClients implements ClientRepository {

    /** A client never changes, and is asked for at each call of a worker. */
    private static final int REMEMBERED = 10_000;

    private final Cache<Name, Client> found =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    private final Database database;

    /** By which a client is known. */
    private record Name(Account account, ClientId id) {}

    PostgresClients(Database database) {
        this.database = database;
    }

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return database.ask(session -> session.update(
                        "INSERT INTO client (account, id, token_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        account.toString(),
                        client.id().value(),
                        client.tokenHash())
                == 1);
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        Name name = new Name(account, id);
        Optional<Client> client = Optional.ofNullable(found.getIfPresent(name)).or(() -> read(account, id));
        client.ifPresent(it -> found.put(name, it));
        return client;
    }

    private Optional<Client> read(Account account, ClientId id) {
        return database.ask(session -> session.queryOne(
                "SELECT token_hash FROM client WHERE account = ? AND id = ?",
                row -> new Client(id, row.getString("token_hash")),
                account.toString(),
                id.value()));
    }

    @Override
    public List<ClientId> list(Account account) {
        return database.ask(session -> session.query(
                "SELECT id FROM client WHERE account = ? ORDER BY id",
                row -> new ClientId(row.getString("id")),
                account.toString()));
    }
}
