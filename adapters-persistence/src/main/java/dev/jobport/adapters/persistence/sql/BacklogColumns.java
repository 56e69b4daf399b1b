package dev.jobport.adapters.persistence.sql;

import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.format.Texts;
import dev.jobport.application.Backlog;
import dev.jobport.domain.job.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;

/** A part of the backlog, as stores count it. */
public final class BacklogColumns {

    /** To be selected from jobs, grouped by account, action type and status. */
    public static final String SELECT =
            "SELECT account, action_type, status, count(*) AS jobs, min(due_at) AS oldest FROM job ";

    /** Counts the jobs of an account that have not ended: each is of another action. */
    public static final String COUNT_OPEN = "SELECT count(*) FROM (SELECT 1 FROM job WHERE status IN ("
            + Stream.of(JobStatus.values())
                    .filter(status -> !status.isTerminal())
                    .map(status -> "'" + status + "'")
                    .collect(joining(", "))
            + ") AND account = ? LIMIT ?) AS counted";

    private BacklogColumns() {}

    public static Backlog read(ResultSet row) throws SQLException {
        return new Backlog(
                Texts.readAccount(row.getString("account")),
                Texts.readActionTypeId(row.getString("action_type")),
                JobStatus.valueOf(row.getString("status")),
                row.getLong("jobs"),
                Instant.ofEpochMilli(row.getLong("oldest")));
    }
}
