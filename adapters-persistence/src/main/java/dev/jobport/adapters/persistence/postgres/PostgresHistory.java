package dev.jobport.adapters.persistence.postgres;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions about many jobs, and the removal of what ended long ago. */
final class PostgresHistory implements JobHistory {

    static final String OF_ACTION = PostgresJobs.JOB_AND_ACTION + "WHERE a.id = ? ORDER BY j.number";

    /** Said so that only the index on both columns has this order; the one on seq alone would be read past all others. */
    static final String ALL = PostgresJobs.JOB_AND_ACTION + """
        WHERE (j.account, j.seq) < (?, ?) AND j.account >= ? ORDER BY j.account DESC, j.seq DESC LIMIT ?
        """;

    /** Said in the same way, like the one of actions below. */
    static final String OF_STATUS = PostgresJobs.JOB_AND_ACTION + """
        WHERE (j.status, j.account, j.seq) < (?, ?, ?) AND (j.status, j.account) >= (?, ?)
        ORDER BY j.status DESC, j.account DESC, j.seq DESC LIMIT ?
        """;

    static final String LAST_OF_ACTIONS = JobTable.READ + """
        FROM action_execution a CROSS JOIN LATERAL
            (SELECT * FROM job WHERE action_execution = a.seq ORDER BY number DESC LIMIT 1) j
        WHERE (a.account, a.seq) < (?, ?) AND a.account >= ? ORDER BY a.account DESC, a.seq DESC LIMIT ?
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

    private final JobTable table;
    private final PostgresDatabase database;

    PostgresHistory(PostgresDatabase database, SecretsKeys keys) {
        this.database = database;
        this.table = new JobTable(keys);
    }

    @Override
    public List<Job> ofAction(ActionExecutionId id) {
        return database.ask(
                session -> session.query(OF_ACTION, row -> table.read(row).job(), PostgresJobs.storable(id.value())));
    }

    @Override
    public Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page) {
        String list = status.map(only -> "jobs." + only).orElse("jobs");
        long below = page.below(list);
        int oneMore = page.maxResults() + 1;
        String of = account.toString();
        List<JobRow> listed = database.ask(session -> status.isPresent()
                ? session.query(
                        OF_STATUS,
                        table::read,
                        status.get().name(),
                        of,
                        below,
                        status.get().name(),
                        of,
                        oneMore)
                : session.query(ALL, table::read, of, below, of, oneMore));
        return page.answer(list, listed, JobRow::seq).map(JobRow::job);
    }

    @Override
    public Page<Job> lastOfActions(Account account, PageRequest page) {
        long below = page.below("actions");
        String of = account.toString();
        List<JobRow> listed = database.ask(
                session -> session.query(LAST_OF_ACTIONS, table::read, of, below, of, page.maxResults() + 1));
        return page.answer("actions", listed, JobRow::actionSeq).map(JobRow::job);
    }

    @Override
    public long openActions(Account account, int atMost) {
        return database.ask(session ->
                        session.queryOne(BacklogColumns.COUNT_OPEN, row -> row.getLong(1), account.toString(), atMost))
                .orElseThrow();
    }

    @Override
    public List<Backlog> backlog() {
        return database.ask(session -> session.query(BACKLOG, BacklogColumns::read));
    }

    @Override
    public Removal removeEnded(Instant before, int jobs) {
        List<ActionExecutionId> removed = database.ask(session -> session.query(
                REMOVE_ENDED, row -> new ActionExecutionId(row.getString("id")), before.toEpochMilli(), jobs));
        return new Removal(removed, removed.size() == jobs);
    }
}
