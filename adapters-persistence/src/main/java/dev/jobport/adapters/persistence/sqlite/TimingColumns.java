package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.domain.action.Timing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The four durations as they are stored, in two tables and in milliseconds. */
final class TimingColumns {

    private TimingColumns() {}

    static Timing read(ResultSet row) throws SQLException {
        return new Timing(
                duration(row, "dispatch_lease"),
                duration(row, "job_timeout"),
                duration(row, "action_timeout"),
                duration(row, "continuation_delay"));
    }

    private static Duration duration(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }
}
