package dev.jobport.adapters.persistence.sqlite;

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
final class SqliteActionTypes implements ActionTypeRepository {

    private static final String PUT = "INSERT OR REPLACE INTO action_type (account, "
            + Column.names(ActionTypeColumns.ALL) + ") VALUES (?, " + Column.marks(ActionTypeColumns.ALL) + ")";

    private final Readers readers;
    private final Writer writer;

    SqliteActionTypes(Readers readers, Writer writer) {
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public void put(Account account, ActionType actionType) {
        List<Object> row = new ArrayList<>(List.of(account.toString()));
        row.addAll(Column.values(ActionTypeColumns.ALL, actionType));
        writer.write(session -> session.update(PUT, row.toArray()));
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return readers.read(session -> session.queryOne(
                "SELECT * FROM action_type WHERE account = ? AND id = ?",
                ActionTypeColumns::read,
                account.toString(),
                id.toString()));
    }

    @Override
    public List<ActionType> list(Account account) {
        return readers.read(session -> session.query(
                "SELECT * FROM action_type WHERE account = ? ORDER BY id",
                ActionTypeColumns::read,
                account.toString()));
    }
}
