package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.Timing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Action types in their table. */
final class SqliteActionTypes implements ActionTypeRepository {

    private final Readers readers;
    private final Writer writer;

    SqliteActionTypes(Readers readers, Writer writer) {
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public void put(ActionType actionType) {
        Timing timing = actionType.timing();
        writer.write(session -> session.update(
                "INSERT OR REPLACE INTO action_type"
                        + " (id, dispatch_lease, job_timeout, action_timeout, continuation_delay,"
                        + " configuration_properties) VALUES (?, ?, ?, ?, ?, ?)",
                actionType.id().toString(),
                timing.dispatchLease().toMillis(),
                timing.jobTimeout().toMillis(),
                timing.actionTimeout().toMillis(),
                timing.continuationDelay().toMillis(),
                PropertiesJson.write(actionType.configurationProperties())));
    }

    @Override
    public Optional<ActionType> find(ActionTypeId id) {
        return readers.read(session ->
                session.queryOne("SELECT * FROM action_type WHERE id = ?", SqliteActionTypes::read, id.toString()));
    }

    @Override
    public List<ActionType> list() {
        return readers.read(session -> session.query("SELECT * FROM action_type ORDER BY id", SqliteActionTypes::read));
    }

    private static ActionType read(ResultSet row) throws SQLException {
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
