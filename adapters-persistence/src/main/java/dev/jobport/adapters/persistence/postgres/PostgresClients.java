package dev.jobport.adapters.persistence.postgres;

import dev.jobport.adapters.persistence.sql.ClientSql;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clients in their table. */
final class PostgresClients implements ClientRepository {

    static final String BY_NAMES = """
        SELECT c.id, c.token_hash, asked.place FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS asked (account, id, place)
        JOIN client c ON c.account = asked.account AND c.id = asked.id
        """;

    private final Database database;
    private final Group<Name, Optional<Client>> reads = new Group<>(this::find);

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
    public boolean replace(Account account, Client client) {
        return database.ask(session -> session.update(
                        ClientSql.REPLACE,
                        client.tokenHash(),
                        account.toString(),
                        client.id().value())
                == 1);
    }

    @Override
    public boolean remove(Account account, ClientId id) {
        return database.ask(session -> session.update(ClientSql.REMOVE, account.toString(), id.value()) == 1);
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        return reads.ask(new Name(account, id));
    }

    private record Name(Account account, ClientId id) {}

    private List<Optional<Client>> find(List<Name> names) {
        List<Name> different = names.stream().distinct().toList();
        Map<Name, Client> found = new HashMap<>();
        database.ask(session -> session.query(
                BY_NAMES,
                row -> found.put(different.get(row.getInt("place") - 1), ClientSql.read(row)),
                different.stream().map(name -> name.account().toString()).toArray(String[]::new),
                different.stream().map(name -> name.id().value()).toArray(String[]::new)));
        return names.stream().map(name -> Optional.ofNullable(found.get(name))).toList();
    }

    @Override
    public List<ClientId> list(Account account, String after, int atMost) {
        String upToNul = after.split("\0", 2)[0]; // no id has one, and PostgreSQL takes no text with one
        return database.ask(
                session -> session.query(ClientSql.LIST, ClientSql::readId, account.toString(), upToNul, atMost));
    }

    @Override
    public long count(Account account, int atMost) {
        return database.ask(
                        session -> session.queryOne(ClientSql.COUNT, row -> row.getLong(1), account.toString(), atMost))
                .orElseThrow();
    }
}
