package dev.jobport.adapters.persistence.postgres;

import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.domain.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rows of a table by account and id; those that are asked for at the same time are found by one statement. */
final class NamedRows<T> implements Database.Finder<T> {

    private final Database database;
    private final String sql;
    private final Session.Row<T> row;
    private final Group<Name, Optional<T>> reads = new Group<>(this::find);

    private record Name(String account, String id) {}

    NamedRows(Database database, String table, Session.Row<T> row) {
        this.database = database;
        this.sql = sql(table);
        this.row = row;
    }

    static String sql(String table) {
        return "SELECT t.*, asked.place FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS asked (account, id, place)"
                + " JOIN " + table + " t ON t.account = asked.account AND t.id = asked.id";
    }

    @Override
    public Optional<T> find(Account account, String id) {
        return reads.ask(new Name(account.toString(), id));
    }

    private List<Optional<T>> find(List<Name> names) {
        List<Name> different = names.stream().distinct().toList();
        Map<Name, T> found = new HashMap<>();
        database.ask(session -> session.query(
                sql,
                one -> found.put(different.get(one.getInt("place") - 1), row.read(one)),
                different.stream().map(Name::account).toArray(String[]::new),
                different.stream().map(Name::id).toArray(String[]::new)));
        return names.stream().map(name -> Optional.ofNullable(found.get(name))).toList();
    }
}
