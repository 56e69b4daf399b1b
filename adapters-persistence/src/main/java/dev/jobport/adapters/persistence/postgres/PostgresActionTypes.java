package dev.jobport.adapters.persistence.postgres;

import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.sql.ActionTypeColumns;
import dev.jobport.adapters.persistence.sql.Column;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.util.List;
import java.util.Optional;

/** Action types in their table. */
final class PostgresActionTypes implements ActionTypeRepository {

    private static final String PUT = "INSERT INTO action_type (" + Column.names(ActionTypeColumns.ALL)
            + ") VALUES (" + Column.marks(ActionTypeColumns.ALL) + ") ON CONFLICT (id) DO UPDATE SET "
            + ActionTypeColumns.ALL.stream()
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(joining(", "));

    private final Database database;

    PostgresActionTypes(Database database) {
        this.database = database;
    }

    @Override
    public void put(ActionType actionType) {
        database.ask(session -> session.update(
                PUT, Column.values(ActionTypeColumns.ALL, actionType).toArray()));
    }

    @Override
    public Optional<ActionType> find(ActionTypeId id) {
        return database.ask(session ->
                session.queryOne("SELECT * FROM action_type WHERE id = ?", ActionTypeColumns::read, id.toString()));
    }

    @Override
    public List<ActionType> list() {
        return database.ask(session -> session.query("SELECT * FROM action_type ORDER BY id", ActionTypeColumns::read));
    }
}
