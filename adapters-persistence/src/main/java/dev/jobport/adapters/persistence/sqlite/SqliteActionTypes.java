package dev.jobport.adapters.persistence.sqlite;

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
    public ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        return writer.write(session -> {
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
        return readers.read(session -> find(session, account, id));
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
        return readers.read(session ->
                session.query(ActionTypeColumns.LIST, ActionTypeColumns::read, account.toString(), after, atMost));
    }
}
