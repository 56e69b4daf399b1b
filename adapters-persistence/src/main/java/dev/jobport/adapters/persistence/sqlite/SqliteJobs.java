package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.JobRows;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Jobs in their tables. Each query names the index it lives by, because a wrong guess of SQLite's would not scale. */
final class SqliteJobs implements JobRepository {

    private static final String JOB_AND_ACTION = "SELECT " + JobColumns.READ_WITH_CLIENT
            + "FROM job j CROSS JOIN action_execution a ON a.seq = j.action_execution ";

    static final String BY_ID = JOB_AND_ACTION + "WHERE j.id = ?";

    static final String BY_SEQ = JOB_AND_ACTION + "WHERE j.seq = ?";

    static final String QUEUED = """
        SELECT seq, due_at FROM job INDEXED BY job_queued
        WHERE status = 'Queued' AND account = ? AND action_type = ? AND query_value = ? AND action_deadline > ?
        ORDER BY due_at, seq LIMIT ?
        """;

    static final String QUEUED_BY_NOW = """
        SELECT seq, due_at FROM job INDEXED BY job_waiting
        WHERE status IN ('Created', 'Dispatched')
          AND account = ? AND action_type = ? AND query_value = ? AND next_change_at <= ? AND action_deadline > ?
        """;

    static final String DUE = """
        SELECT seq FROM job INDEXED BY job_changing
        WHERE next_change_at <= ? ORDER BY next_change_at, seq LIMIT ?
        """;

    private final Database database;
    private final RecentJobs recent;
    private final JobRows rows;

    SqliteJobs(Database database, RecentJobs recent, SecretsKeys keys) {
        this.database = database;
        this.recent = recent;
        this.rows = new JobRows(keys);
    }

    @Override
    public void add(Job first) {
        database.together(session -> {
            rows.add(session, first);
            return null;
        });
    }

    @Override
    public <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
        return committed(id).map(row -> look.apply(row.job(), row.client()));
    }

    private Optional<JobRow> committed(JobId id) {
        return recent.find(id).or(() -> database.ask(session -> session.queryOne(BY_ID, rows::read, id.value())));
    }

    /** Of what is committed, a refusal and that nothing is to be done are true: only a change goes to the writer. */
    @Override
    public Change update(JobId id, Move move) {
        JobRow row = committed(id).orElseThrow(() -> new Refusal.JobNotFound(id));
        Change change = move.of(row.job(), row.client());
        return change.isNone() ? change : database.together(session -> update(session, id, move, row, change));
    }

    /** @param tried what the move has made of the row, which another change may have replaced since */
    private Change update(Session session, JobId id, Move move, JobRow row, Change tried) throws SQLException {
        Optional<JobRow> known = recent.findInTransaction(id);
        JobRow now = (known.isPresent() ? known : session.queryOne(BY_ID, rows::read, id.value()))
                .orElseThrow(() -> new Refusal.JobNotFound(id));
        Change change = now == row ? tried : move.of(now.job(), now.client());
        if (!change.isNone()) {
            write(session, now, change);
        }
        return change;
    }

    @Override
    public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return database.together(session -> {
            List<Change> dispatched = new ArrayList<>();
            for (Claimable claimable : claimable(session, queue, atMost, now)) {
                dispatched.add(change(session, claimable.seq(), dispatch));
            }
            return dispatched;
        });
    }

    private Change change(Session session, long seq, UnaryOperator<Job> move) throws SQLException {
        JobRow row = session.queryOne(BY_SEQ, rows::read, seq).orElseThrow();
        Change change = Change.of(row.job(), move.apply(row.job()));
        write(session, row, change);
        return change;
    }

    private void write(Session session, JobRow row, Change change) throws SQLException {
        rows.write(session, row, change);
        recent.change(row.with(change.after()));
    }

    private static List<Claimable> claimable(Session session, JobQueue queue, int atMost, Instant now)
            throws SQLException {
        String account = queue.account().toString();
        String typeId = queue.actionTypeId().toString();
        String value = JobColumns.queryValue(queue);
        long millis = now.toEpochMilli();
        List<Claimable> both = session.query(QUEUED, Claimable::read, account, typeId, value, millis, atMost);
        both.addAll(session.query(QUEUED_BY_NOW, Claimable::read, account, typeId, value, millis, millis));
        both.sort(Comparator.comparingLong(Claimable::dueAt).thenComparingLong(Claimable::seq));
        return both.subList(0, Math.min(atMost, both.size()));
    }

    private record Claimable(long seq, long dueAt) {
        static Claimable read(ResultSet row) throws SQLException {
            return new Claimable(row.getLong("seq"), row.getLong("due_at"));
        }
    }

    @Override
    public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        if (due(now, 1).isEmpty()) {
            return List.of(); // as nearly always: no need to wait for the writer
        }
        return database.together(session -> {
            List<Change> advanced = new ArrayList<>();
            for (long seq : due(session, now, atMost)) {
                advanced.add(change(session, seq, move));
            }
            return advanced;
        });
    }

    private List<Long> due(Instant now, int atMost) {
        return database.ask(session -> due(session, now, atMost));
    }

    private static List<Long> due(Session session, Instant now, int atMost) throws SQLException {
        return session.query(DUE, row -> row.getLong("seq"), now.toEpochMilli(), atMost);
    }
}
