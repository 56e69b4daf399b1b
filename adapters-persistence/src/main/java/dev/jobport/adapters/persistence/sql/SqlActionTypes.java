package dev.jobport.adapters.persistence.sql;

import static java.util.stream.Collectors.joining;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Action types in their table. */
public final class SqlActionTypes implements ActionTypeRepository {

    public static final String LIST = "SELECT * FROM action_type WHERE account = ? AND id > ? ORDER BY id LIMIT ?";

    private static final String TABLE = "action_type";

    private static final String PUT = "INSERT INTO action_type (account, " + Column.names(ActionTypeColumns.ALL)
            + ") VALUES (?, " + Column.marks(ActionTypeColumns.ALL) + ") ON CONFLICT (account, id) DO UPDATE SET "
            + ActionTypeColumns.ALL.stream()
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(joining(", "));

    /** Of an owner, tombstones not, nor the one that is to be changed. */
    private static final String COUNT_OTHERS =
            "SELECT count(*) FROM (SELECT 1 FROM action_type WHERE account = ? AND id > ? AND id < ? AND id <> ?"
                    + " AND deleted = 0 LIMIT " + MAX_COUNTED + ") AS others";

    private final Database database;
    private final Database.Finder<ActionType> finder;

    public SqlActionTypes(Database database) {
        this.database = database;
        this.finder = database.finder(TABLE, ActionTypeColumns::read);
    }

    @Override
    public ActionType update(Account account, ActionTypeId id, Replacement replacement) {
        String of = account.toString();
        return database.together(session -> {
            database.lock(session, TABLE); // action types change rarely
            long others = session.one(
                    COUNT_OTHERS,
                    row -> row.getLong(1),
                    of,
                    id.owner() + "/", // with which the ids of all that are the owner's begin
                    id.owner() + "0",
                    id.toString());
            Optional<ActionType> before =
                    session.queryOne(Database.byId(TABLE), ActionTypeColumns::read, of, id.toString());
            ActionType made = replacement.of(before, others);
            List<Object> row = new ArrayList<>(List.of(of));
            row.addAll(Column.values(ActionTypeColumns.ALL, made));
            session.update(PUT, row.toArray());
            return made;
        });
    }

    @Override
    public Optional<ActionType> find(Account account, ActionTypeId id) {
        return finder.find(account, id.toString());
    }

    @Override
    public List<ActionType> list(Account account, String after, int atMost) {
        return database.ask(session ->
                session.query(LIST, ActionTypeColumns::read, account.toString(), Database.upToNul(after), atMost));
    }
}
