package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.List;
import java.util.Optional;

/** Clients in their table. */
final class SqliteClients implements ClientRepository {

    private final Readers readers;
    private final Writer writer;

    SqliteClients(Readers readers, Writer writer) {
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public boolean addIfAbsent(Client client) {
        return writer.write(session -> session.update(
                        "INSERT OR IGNORE INTO client (id, token_hash) VALUES (?, ?)",
                        client.id().value(),
                        client.tokenHash())
                == 1);
    }

    @Override
    public Optional<Client> find(ClientId id) {
        return readers.read(session -> session.queryOne(
                "SELECT token_hash FROM client WHERE id = ?",
                row -> new Client(id, row.getString("token_hash")),
                id.value()));
    }

    @Override
    public List<ClientId> list() {
        return readers.read(session ->
                session.query("SELECT id FROM client ORDER BY id", row -> new ClientId(row.getString("id"))));
    }
}
