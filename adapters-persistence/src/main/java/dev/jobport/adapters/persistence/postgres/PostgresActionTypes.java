package dev.jobport.adapters.persistence.postgres;

import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.sql.ActionTypeColumns;
import dev.jobport.adapters.persistence.sql.Column;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Action types in their table. */
final class PostgresActionTypes implements ActionTypeRepository {

    private static final String PUT = "INSERT INTO action_type (account, " + Column.names(ActionTypeColumns.ALL)
            + ") VALUES (?, " + Column.marks(ActionTypeColumns.ALL) + ") ON CONFLICT (account, id) DO UPDATE SET "
            + ActionTypeColumns.ALL.stream()
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(joining(", "));

    /** Keeps out who else would change an action type, and lets all read. Action types change rarely. */
    private static final String LOCK = "LOCK TABLE action_type IN SHARE ROW EXCLUSIVE MODE";

    static final String BY_NAMES = """
        SELECT t.*, asked.place FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS asked (account, id, place)
        JOIN action_type t ON t.account = asked.account AND t.id = asked.id
        """;

    private final Database database;
    private final Group<Name, Optional<ActionType>> reads = new Group<>(this::find);

    PostgresActionTypes(Database database) {
        this.database = database;
    }

    @Override
    public ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        return database.together(session -> {
            session.update(LOCK);
            long others = session.queryOne(
                            ActionTypeColumns.COUNT_OTHERS,
                            row -> row.getLong(1),
                            ActionTypeColumns.others(account, id))
                    .orElseThrow();
            ActionType made = replacement.of(find(session, account, id), others);
            List<Object> row = new ArrayList<>(List.of(account.toString()));
            row.addAll(Column.values(ActionTypeColumns.ALL, made));
            session.update(PUT, row.toArray());
            return made;
        });
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return reads.ask(new Name(account, id));
    }

    private record Name(Account account, ActionTypeId id) {}

    private List<Optional<ActionType>> find(List<Name> names) {
        List<Name> different = names.stream().distinct().toList();
        Map<Name, ActionType> found = new HashMap<>();
        database.ask(session -> session.query(
                BY_NAMES,
                row -> found.put(different.get(row.getInt("place") - 1), ActionTypeColumns.read(row)),
                different.stream().map(name -> name.account().toString()).toArray(String[]::new),
                different.stream().map(name -> name.id().toString()).toArray(String[]::new)));
        return names.stream().map(name -> Optional.ofNullable(found.get(name))).toList();
    }

    private static Optional<ActionType> find(Session session, Account account, ActionTypeId id) throws SQLException {
        return session.queryOne(
                "SELECT * FROM action_type WHERE account = ? AND id = ?",
                ActionTypeColumns::read,
                account.toString(),
                id.toString());
    }

    @Override
    public List<ActionType> list(Account account, String after, int atMost) {
        String upToNul = after.split("\0", 2)[0]; // no id has one, and PostgreSQL takes no text with one
        return database.ask(session ->
                session.query(ActionTypeColumns.LIST, ActionTypeColumns::read, account.toString(), upToNul, atMost));
    }
}
