package dev.jobport.adapters.persistence.postgres;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.adapters.persistence.sql.SqlHistory;
import dev.jobport.domain.action.ActionExecutionId;
import java.time.Instant;
import java.util.List;

/** Questions about many jobs as PostgreSQL answers them best, and the removal of what ended long ago. */
final class PostgresHistory extends SqlHistory {

    private static final String SELECT = "SELECT " + JobColumns.READ;

    private static final String JOB_AND_ACTION =
            SELECT + "FROM job j JOIN action_execution a ON a.seq = j.action_execution ";

    static final String OF_ACTION = JOB_AND_ACTION + "WHERE a.id = ? ORDER BY j.number";

    /** Said so that only the index on both columns has this order; the one on seq alone would be read past all others. */
    static final String ALL = JOB_AND_ACTION + """
        CROSS JOIN (SELECT ?::text AS account, ?::bigint AS below) asked
        WHERE (j.account, j.seq) < (asked.account, asked.below) AND j.account >= asked.account
        ORDER BY j.account DESC, j.seq DESC LIMIT ?
        """;

    /** Said in the same way, like the one of actions below. */
    static final String OF_STATUS = JOB_AND_ACTION + """
        CROSS JOIN (SELECT ?::text AS status, ?::text AS account, ?::bigint AS below) asked
        WHERE (j.status, j.account, j.seq) < (asked.status, asked.account, asked.below)
            AND (j.status, j.account) >= (asked.status, asked.account)
        ORDER BY j.status DESC, j.account DESC, j.seq DESC LIMIT ?
        """;

    static final String LAST_OF_ACTIONS = SELECT + """
        FROM action_execution a CROSS JOIN LATERAL
            (SELECT * FROM job WHERE action_execution = a.seq ORDER BY number DESC LIMIT 1) j
        CROSS JOIN (SELECT ?::text AS account, ?::bigint AS below) asked
        WHERE (a.account, a.seq) < (asked.account, asked.below) AND a.account >= asked.account
        ORDER BY a.account DESC, a.seq DESC LIMIT ?
        """;

    /** Only jobs that have not ended have a next change, and there is an index of them. */
    static final String BACKLOG =
            BacklogColumns.SELECT + "WHERE next_change_at IS NOT NULL GROUP BY account, action_type, status";

    static final String REMOVE_ENDED = """
        WITH ended AS (
            SELECT action_execution FROM job WHERE action_ended_at < ?
            ORDER BY action_ended_at, seq LIMIT ? FOR UPDATE SKIP LOCKED
        ), removed AS (
            DELETE FROM job USING ended WHERE job.action_execution = ended.action_execution
        )
        DELETE FROM action_execution a USING ended WHERE a.seq = ended.action_execution RETURNING a.id
        """;

    private final Database database;

    PostgresHistory(Database database, SecretsKeys keys) {
        super(database, new Queries(OF_ACTION, ALL, OF_STATUS, LAST_OF_ACTIONS, BACKLOG), keys);
        this.database = database;
    }

    @Override
    public Removal removeEnded(Instant before, int jobs) {
        List<ActionExecutionId> removed = database.change(session -> session.query(
                REMOVE_ENDED, row -> new ActionExecutionId(row.getString("id")), before.toEpochMilli(), jobs));
        return new Removal(removed, removed.size() == jobs);
    }
}
