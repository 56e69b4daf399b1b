package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Column.number;
import static dev.jobport.adapters.persistence.sql.Column.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.persistence.format.DeclarationJson;
import dev.jobport.adapters.persistence.format.DefinitionJson;
import dev.jobport.adapters.persistence.format.Json;
import dev.jobport.adapters.persistence.format.Texts;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Action types as columns of their table, and back. */
public final class ActionTypeColumns {

    public static final List<Column<ActionType>> ALL = Stream.concat(
                    Stream.<Column<ActionType>>of(
                            text("id", type -> type.id().toString()),
                            text("definition", type -> DefinitionJson.write(type.definition())),
                            text("declaration", type -> DeclarationJson.write(type.declaration())),
                            text("tags", type -> writeTags(type.tags())),
                            number("deleted", type -> type.isDeleted() ? 1L : 0L)),
                    TimingColumns.of(ActionType::timing))
            .toList();

    /** Counts the other action types of an owner, tombstones not. Its arguments are {@link #others}. */
    public static final String COUNT_OTHERS =
            "SELECT count(*) FROM (SELECT 1 FROM action_type WHERE account = ? AND id > ? AND id < ? AND id <> ?"
                    + " AND deleted = 0 LIMIT " + ActionTypeRepository.MOST_COUNTED + ") AS others";

    public static final String LIST = "SELECT * FROM action_type WHERE account = ? AND id > ? ORDER BY id LIMIT ?";

    private ActionTypeColumns() {}

    /** The account, the range of the owner's ids, which begin with its name and a slash, and the one id that does not count. */
    public static Object[] others(Account account, ActionTypeId id) {
        return new Object[] {account.toString(), id.owner() + "/", id.owner() + "0", id.toString()};
    }

    public static ActionType read(ResultSet row) throws SQLException {
        return new ActionType(
                Texts.readActionTypeId(row.getString("id")),
                DefinitionJson.read(row.getString("definition")),
                TimingColumns.read(row),
                DeclarationJson.read(row.getString("declaration")),
                new Tags(Json.texts(Json.parse(row.getString("tags")))),
                row.getLong("deleted") != 0);
    }

    private static String writeTags(Tags tags) {
        ObjectNode json = Json.object();
        Json.putAll(json, tags.values());
        return json.toString();
    }
}
