package dev.jobport.adapters.persistence.postgres;

import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.sql.ActionTypeColumns;
import dev.jobport.adapters.persistence.sql.Column;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
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

    private final Database database;

    PostgresActionTypes(Database database) {
        this.database = database;
    }

    @Override
    public void put(Account account, ActionType actionType) {
        List<Object> row = new ArrayList<>(List.of(account.toString()));
        row.addAll(Column.values(ActionTypeColumns.ALL, actionType));
        database.ask(session -> session.update(PUT, row.toArray()));
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return database.ask(session -> session.queryOne(
                "SELECT * FROM action_type WHERE account = ? AND id = ?",
                ActionTypeColumns::read,
                account.toString(),
                id.toString()));
    }

    @Override
    public List<ActionType> list(Account account) {
        return database.ask(session -> session.query(
                "SELECT * FROM action_type WHERE account = ? ORDER BY id",
                ActionTypeColumns::read,
                account.toString()));
    }
}
