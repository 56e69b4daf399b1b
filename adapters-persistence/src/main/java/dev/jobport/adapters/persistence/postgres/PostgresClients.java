package dev.jobport.adapters.persistence.postgres;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Clients in their table. */
final class PostgresClients implements ClientRepository {

    /** A client never changes, and is asked for at each call of a worker. */
    private static final int REMEMBERED = 10_000;

    private final Cache<ClientId, Client> found =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    private final Database database;

    PostgresClients(Database database) {
        this.database = database;
    }

    @Override
    public boolean addIfAbsent(Client client) {
        return database.ask(session -> session.update(
                        "INSERT INTO client (id, token_hash) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        client.id().value(),
                        client.tokenHash())
                == 1);
    }

    @Override
    public Optional<Client> find(ClientId id) {
        Optional<Client> client = Optional.ofNullable(found.getIfPresent(id)).or(() -> read(id));
        client.ifPresent(it -> found.put(id, it));
        return client;
    }

    private Optional<Client> read(ClientId id) {
        return database.ask(session -> session.queryOne(
                "SELECT token_hash FROM client WHERE id = ?",
                row -> new Client(id, row.getString("token_hash")),
                id.value()));
    }

    @Override
    public List<ClientId> list() {
        return database.ask(session ->
                session.query("SELECT id FROM client ORDER BY id", row -> new ClientId(row.getString("id"))));
    }
}
