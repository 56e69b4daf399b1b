package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Column.number;

import dev.jobport.domain.actiontype.Timing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/** The four durations as they are stored, in two tables. */
final class TimingColumns {

    private TimingColumns() {}

    static <T> Stream<Column<T>> of(Function<T, Timing> timing) {
        return Stream.of(
                number("dispatch_lease", it -> timing.apply(it).dispatchLease().toMillis()),
                number("job_timeout", it -> timing.apply(it).jobTimeout().toMillis()),
                number("action_timeout", it -> timing.apply(it).actionTimeout().toMillis()),
                number(
                        "continuation_delay",
                        it -> timing.apply(it).continuationDelay().toMillis()));
    }

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
