package dev.jobport.adapters.persistence.sql;

import dev.jobport.application.Backlog;
import dev.jobport.domain.job.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A part of the backlog, as stores count it. */
public final class BacklogColumns {

    /** To be selected from jobs, grouped by account, action type and status. */
    public static final String SELECT =
            "SELECT account, action_type, status, count(*) AS jobs, min(due_at) AS oldest FROM job ";

    private BacklogColumns() {}

    public static Backlog read(ResultSet row) throws SQLException {
        return new Backlog(
                JobColumns.readAccount(row),
                ActionTypeColumns.readId(row.getString("action_type")),
                JobStatus.valueOf(row.getString("status")),
                row.getLong("jobs"),
                Instant.ofEpochMilli(row.getLong("oldest")));
    }
}
