package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Column.number;
import static dev.jobport.adapters.persistence.sql.Column.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.persistence.format.DeclarationJson;
import dev.jobport.adapters.persistence.format.DefinitionJson;
import dev.jobport.adapters.persistence.format.Json;
import dev.jobport.adapters.persistence.format.Texts;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Action types as columns of their table, and back. */
final class ActionTypeColumns {

    static final List<Column<ActionType>> ALL = Stream.concat(
                    Stream.<Column<ActionType>>of(
                            text("id", type -> type.id().toString()),
                            text("definition", type -> DefinitionJson.write(type.definition())),
                            text("declaration", type -> DeclarationJson.write(type.declaration())),
                            text("tags", type -> writeTags(type.tags())),
                            number("deleted", type -> type.isDeleted() ? 1L : 0L)),
                    TimingColumns.of(ActionType::timing))
            .toList();

    private ActionTypeColumns() {}

    static ActionType read(ResultSet row) throws SQLException {
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
