package dev.jobport.adapters.persistence.sqlite;

import static java.util.stream.Collectors.toSet;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.adapters.persistence.sql.SqlHistory;
import dev.jobport.domain.action.ActionExecutionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Questions about many jobs, each by the index that it names, and the removal of what ended long ago. */
final class SqliteHistory extends SqlHistory {

    private static final String SELECT = "SELECT " + JobColumns.READ;

    static final String OF_ACTION = SELECT + """
        FROM action_execution a CROSS JOIN job j ON j.action_execution = a.seq
        WHERE a.id = ? ORDER BY j.number
        """;

    static final String ALL = SELECT + """
        FROM job j INDEXED BY job_by_account CROSS JOIN action_execution a ON a.seq = j.action_execution
        WHERE j.account = ? AND j.seq < ? ORDER BY j.seq DESC LIMIT ?
        """;

    static final String OF_STATUS = SELECT + """
        FROM job j INDEXED BY job_by_status CROSS JOIN action_execution a ON a.seq = j.action_execution
        WHERE j.status = ? AND j.account = ? AND j.seq < ? ORDER BY j.seq DESC LIMIT ?
        """;

    static final String LAST_OF_ACTIONS = SELECT + """
        FROM action_execution a INDEXED BY action_by_account CROSS JOIN job j ON j.action_execution = a.seq
            AND j.number = (SELECT max(number) FROM job WHERE action_execution = a.seq)
        WHERE a.account = ? AND a.seq < ? ORDER BY a.seq DESC LIMIT ?
        """;

    static final String BACKLOG = BacklogColumns.SELECT
            + "INDEXED BY job_queued WHERE status = 'Queued' GROUP BY account, action_type UNION ALL "
            + BacklogColumns.SELECT
            + "INDEXED BY job_waiting WHERE status IN ('Created', 'Dispatched') GROUP BY account, action_type, status"
            + " UNION ALL "
            + BacklogColumns.SELECT
            + "INDEXED BY job_by_status WHERE status = 'InProgress' GROUP BY account, action_type";

    static final String ENDED = """
        SELECT seq, action_execution, number FROM job INDEXED BY job_ended
        WHERE action_ended_at < ? ORDER BY action_ended_at, seq LIMIT ?
        """;

    /** None if the action went in an earlier step, and only jobs of it are left. */
    static final String ACTION_ID = "SELECT id FROM action_execution WHERE seq = ?";

    static final String REMOVE_ACTION = "DELETE FROM action_execution WHERE seq = ?";

    static final String REMOVE_EARLIER = """
        DELETE FROM job WHERE seq IN
            (SELECT seq FROM job WHERE action_execution = ? AND number < ? ORDER BY number LIMIT ?)
        """;

    static final String REMOVE_JOB = "DELETE FROM job WHERE seq = ?";

    private final Database database;
    private final RecentJobs recent;

    SqliteHistory(Database database, RecentJobs recent, SecretsKeys keys) {
        super(database, new Queries(OF_ACTION, ALL, OF_STATUS, LAST_OF_ACTIONS, BACKLOG), keys);
        this.database = database;
        this.recent = recent;
    }

    /**
     * The action's row goes first, and no question finds a job without it: so an action of thousands of jobs can vanish
     * at once, and they themselves little by little. The last job, by which they are found, goes last.
     */
    @Override
    public Removal removeEnded(Instant before, int jobs) {
        if (database.ask(session -> ended(session, before, 1)).isEmpty()) {
            return Removal.NOTHING;
        }
        return database.together(session -> {
            int room = jobs;
            List<Last> ended = ended(session, before, jobs);
            recent.forgetActions(ended.stream().map(Last::actionSeq).collect(toSet()));
            List<ActionExecutionId> removed = new ArrayList<>();
            for (Last last : ended) {
                removed.addAll(
                        session.query(ACTION_ID, row -> new ActionExecutionId(row.getString("id")), last.actionSeq()));
                session.update(REMOVE_ACTION, last.actionSeq());
                if (last.number() > 1) {
                    room -= session.update(REMOVE_EARLIER, last.actionSeq(), last.number(), room);
                }
                if (room == 0) {
                    return new Removal(removed, true);
                }
                room -= session.update(REMOVE_JOB, last.seq());
            }
            return new Removal(removed, room == 0);
        });
    }

    private static List<Last> ended(Session session, Instant before, int atMost) throws SQLException {
        return session.query(ENDED, Last::read, before.toEpochMilli(), atMost);
    }

    /** The last job of an action that has ended. */
    private record Last(long seq, long actionSeq, int number) {
        static Last read(ResultSet row) throws SQLException {
            return new Last(row.getLong("seq"), row.getLong("action_execution"), row.getInt("number"));
        }
    }
}
