package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.KnownClients;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Clients in their table. */
final class SqliteClients implements ClientRepository {

    private final KnownClients known = new KnownClients();
    private final Readers readers;
    private final Writer writer;

    SqliteClients(Readers readers, Writer writer) {
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return writer.write(session -> session.update(
                        "INSERT OR IGNORE INTO client (account, id, token_hash) VALUES (?, ?, ?)",
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
                () -> readers.read(session -> session.queryOne(
                        "SELECT token_hash FROM client WHERE account = ? AND id = ?",
                        row -> new Client(id, row.getString("token_hash")),
                        account.toString(),
                        id.value())));
    }

    @Override
    public List<ClientId> list(Account account) {
        return readers.read(session -> session.query(
                "SELECT id FROM client WHERE account = ? ORDER BY id",
                row -> new ClientId(row.getString("id")),
                account.toString()));
    }
}
