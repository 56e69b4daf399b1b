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
import java.util.List;
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

    private final Database database;

    PostgresActionTypes(Database database) {
        this.database = database;
    }

    @Override
    public ActionType update(Account account, ActionTypeId id, Change change) {
        return database.together(session -> {
            session.update(LOCK);
            long others = session.queryOne(
                            ActionTypeColumns.COUNT_OTHERS,
                            row -> row.getLong(1),
                            ActionTypeColumns.others(account, id))
                    .orElseThrow();
            ActionType made = change.of(find(session, account, id), others);
            List<Object> row = new ArrayList<>(List.of(account.toString()));
            row.addAll(Column.values(ActionTypeColumns.ALL, made));
            session.update(PUT, row.toArray());
            return made;
        });
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return database.ask(session -> find(session, account, id));
    }

    private static Optional<ActionType> find(Session session, Account account, ActionTypeId id) throws SQLException {
        return session.queryOne(
                "SELECT * FROM action_type WHERE account = ? AND id = ?",
                ActionTypeColumns::read,
                account.toString(),
                id.toString());
    }

    @Override
    public List<ActionType> list(Account account) {
        return database.ask(session -> session.query(
                "SELECT * FROM action_type WHERE account = ? ORDER BY id",
                ActionTypeColumns::read,
                account.toString()));
    }
}
