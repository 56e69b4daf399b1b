package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Column.text;

import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Action types as columns of their table, and back. */
public final class ActionTypeColumns {

    public static final List<Column<ActionType>> ALL = Stream.concat(
                    Stream.<Column<ActionType>>of(
                            text("id", type -> type.id().toString()),
                            text(
                                    "configuration_properties",
                                    type -> PropertiesJson.write(type.configurationProperties()))),
                    TimingColumns.of(ActionType::timing))
            .toList();

    private ActionTypeColumns() {}

    public static ActionType read(ResultSet row) throws SQLException {
        return new ActionType(
                readId(row.getString("id")),
                TimingColumns.read(row),
                PropertiesJson.read(row.getString("configuration_properties")));
    }

    /** The reverse of {@link ActionTypeId#toString()}; none of the four parts can hold a slash. */
    static ActionTypeId readId(String stored) {
        String[] parts = stored.split("/");
        return new ActionTypeId(ActionCategory.valueOf(parts[1]), ActionOwner.valueOf(parts[0]), parts[2], parts[3]);
    }
}
