package dev.jobport.adapters.persistence.sql;

import dev.jobport.application.driven.ClientRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Clients in their table. None is remembered here: its token may be revoked elsewhere. */
public final class SqlClients implements ClientRepository {

    public static final String LIST = "SELECT id FROM client WHERE account = ? AND id > ? ORDER BY id LIMIT ?";

    public static final String COUNT =
            "SELECT count(*) FROM (SELECT 1 FROM client WHERE account = ? LIMIT ?) AS counted";

    private static final String ADD =
            "INSERT INTO client (token_hash, account, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String REPLACE = "UPDATE client SET token_hash = ? WHERE account = ? AND id = ?";

    private static final String REMOVE = "DELETE FROM client WHERE account = ? AND id = ?";

    /** Is told of each client that changes, before the change is kept. */
    @FunctionalInterface
    public interface Watcher {

        /** @param next what the client is then; empty if it is gone */
        void changes(Account account, ClientId id, Optional<Client> next);
    }

    private final Database database;
    private final Watcher watcher;
    private final Database.Finder<Client> finder;

    public SqlClients(Database database) {
        this(database, (account, id, next) -> {});
    }

    public SqlClients(Database database, Watcher watcher) {
        this.database = database;
        this.watcher = watcher;
        this.finder = database.finder("client", SqlClients::read);
    }

    @Override
    public boolean addIfAbsent(Account account, Client client) {
        return keep(ADD, account, client);
    }

    @Override
    public boolean replace(Account account, Client client) {
        return keep(REPLACE, account, client);
    }

    private boolean keep(String sql, Account account, Client client) {
        ClientId id = client.id();
        return change(account, id, Optional.of(client), sql, client.tokenHash(), account.toString(), id.value());
    }

    @Override
    public boolean remove(Account account, ClientId id) {
        return change(account, id, Optional.empty(), REMOVE, account.toString(), id.value());
    }

    /** @param next what the statement makes of the client, if it does anything */
    private boolean change(Account account, ClientId id, Optional<Client> next, String sql, Object... arguments) {
        return database.change(session -> {
            boolean changes = session.update(sql, arguments) == 1;
            if (changes) {
                watcher.changes(account, id, next);
            }
            return changes;
        });
    }

    @Override
    public Optional<Client> find(Account account, ClientId id) {
        return finder.find(account, id.value());
    }

    @Override
    public List<ClientId> list(Account account, String after, int atMost) {
        return database.ask(session ->
                session.query(LIST, SqlClients::readId, account.toString(), Database.upToNul(after), atMost));
    }

    @Override
    public long count(Account account, int atMost) {
        return database.ask(session -> session.one(COUNT, row -> row.getLong(1), account.toString(), atMost));
    }

    private static Client read(ResultSet row) throws SQLException {
        return new Client(readId(row), row.getString("token_hash"));
    }

    private static ClientId readId(ResultSet row) throws SQLException {
        return new ClientId(row.getString("id"));
    }
}
