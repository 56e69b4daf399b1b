package dev.jobport.adapters.persistence.postgres;

import dev.jobport.adapters.persistence.sql.KnownClients;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Clients in their table. */
final class PostgresClients implements ClientRepository {

    private final KnownClients known = new KnownClients();
    private final Database database;

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
        return known.find(
                account,
                id,
                () -> database.ask(session -> session.queryOne(
                        "SELECT token_hash FROM client WHERE account = ? AND id = ?",
                        row -> new Client(id, row.getString("token_hash")),
                        account.toString(),
                        id.value())));
    }

    @Override
    public List<ClientId> list(Account account) {
        return database.ask(session -> session.query(
                "SELECT id FROM client WHERE account = ? ORDER BY id",
                row -> new ClientId(row.getString("id")),
                account.toString()));
    }
}
