package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.ClientSql;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
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
    public boolean addIfAbsent(Account account, Client client) {
        return writer.write(session -> session.update(
                        "INSERT OR IGNORE INTO client (account, id, token_hash) VALUES (?, ?, ?)",
                        account.toString(),
                        client.id().value(),
                        client.tokenHash())
                == 1);
    }

    @Override
    public boolean replace(Account account, Client client) {
        return writer.write(session -> session.update(
                        ClientSql.REPLACE,
                        client.tokenHash(),
                        account.toString(),
                        client.id().value())
                == 1);
    }

    @Override
    public boolean remove(Account account, ClientId id) {
        return writer.write(session -> session.update(ClientSql.REMOVE, account.toString(), id.value()) == 1);
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        return readers.read(
                session -> session.queryOne(ClientSql.FIND, ClientSql::read, account.toString(), id.value()));
    }

    @Override
    public List<ClientId> list(Account account, String after, int atMost) {
        return readers.read(
                session -> session.query(ClientSql.LIST, ClientSql::readId, account.toString(), after, atMost));
    }

    @Override
    public long count(Account account, int atMost) {
        return readers.read(
                        session -> session.queryOne(ClientSql.COUNT, row -> row.getLong(1), account.toString(), atMost))
                .orElseThrow();
    }
}
