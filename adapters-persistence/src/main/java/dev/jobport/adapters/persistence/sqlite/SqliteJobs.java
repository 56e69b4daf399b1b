package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Jobs in their tables. Each query names the index it lives by, because a wrong guess of SQLite's would not scale. */
final class SqliteJobs implements JobRepository {

    private static final String JOB_AND_ACTION =
            JobRows.SELECT + "FROM job j CROSS JOIN action_execution a ON a.seq = j.action_execution ";

    static final String BY_ID = JOB_AND_ACTION + "WHERE j.id = ?";

    static final String BY_SEQ = JOB_AND_ACTION + "WHERE j.seq = ?";

    static final String QUEUED = """
            SELECT seq, due_at FROM job INDEXED BY job_queued
            WHERE status = 'Queued' AND action_type = ? AND action_deadline > ?
            ORDER BY due_at, seq LIMIT ?
            """;

    static final String QUEUED_BY_NOW = """
            SELECT seq, due_at FROM job INDEXED BY job_waiting
            WHERE status IN ('Created', 'Dispatched')
              AND action_type = ? AND next_change_at <= ? AND action_deadline > ?
            """;

    static final String DUE = """
            SELECT id FROM job INDEXED BY job_changing
            WHERE next_change_at <= ? ORDER BY next_change_at, seq LIMIT ?
            """;

    static final String OF_ACTION = JobRows.SELECT + """
            FROM action_execution a CROSS JOIN job j ON j.action_execution = a.seq
            WHERE a.id = ? ORDER BY j.number
            """;

    static final String ALL = JOB_AND_ACTION + "WHERE j.seq < ? ORDER BY j.seq DESC LIMIT ?";

    static final String OF_STATUS = JobRows.SELECT + """
            FROM job j INDEXED BY job_by_status CROSS JOIN action_execution a ON a.seq = j.action_execution
            WHERE j.status = ? AND j.seq < ? ORDER BY j.seq DESC LIMIT ?
            """;

    static final String LAST_OF_ACTIONS = JobRows.SELECT + """
            FROM action_execution a CROSS JOIN job j ON j.action_execution = a.seq
                AND j.number = (SELECT max(number) FROM job WHERE action_execution = a.seq)
            WHERE a.seq < ? ORDER BY a.seq DESC LIMIT ?
            """;

    static final String BACKLOG = """
            SELECT action_type, status, count(*) AS jobs, min(due_at) AS oldest FROM job INDEXED BY job_queued
            WHERE status = 'Queued' GROUP BY action_type
            UNION ALL
            SELECT action_type, status, count(*), min(due_at) FROM job INDEXED BY job_waiting
            WHERE status IN ('Created', 'Dispatched') GROUP BY action_type, status
            UNION ALL
            SELECT action_type, status, count(*), min(due_at) FROM job INDEXED BY job_by_status
            WHERE status = 'InProgress' GROUP BY action_type
            """;

    private final JobRows rows = new JobRows();
    private final Readers readers;
    private final Writer writer;

    SqliteJobs(Readers readers, Writer writer) {
        this.readers = readers;
        this.writer = writer;
    }

    @Override
    public void add(Job first) {
        writer.write(session -> {
            JobRows.insert(session, JobRows.insert(session, first.action()), first);
            return null;
        });
    }

    @Override
    public Optional<Job> find(JobId id) {
        return readers.read(session -> session.queryOne(BY_ID, rows::read, id.value()))
                .map(JobRow::job);
    }

    @Override
    public Outcome update(JobId id, Function<Job, Outcome> move) {
        return writer.write(session -> {
            JobRow row = session.queryOne(BY_ID, rows::read, id.value()).orElseThrow(() -> new Refusal.JobNotFound(id));
            Outcome outcome = move.apply(row.job());
            if (outcome.job() != row.job()) {
                JobRows.update(session, row.seq(), outcome.job());
            }
            if (outcome.followUp().isPresent()) {
                JobRows.insert(session, row.actionSeq(), outcome.followUp().get());
            }
            return outcome;
        });
    }

    @Override
    public List<Job> claim(ActionTypeId actionTypeId, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return writer.write(session -> {
            List<Job> dispatched = new ArrayList<>();
            for (Claimable claimable : claimable(session, actionTypeId, atMost, now)) {
                JobRow row =
                        session.queryOne(BY_SEQ, rows::read, claimable.seq()).orElseThrow();
                Job next = dispatch.apply(row.job());
                JobRows.update(session, row.seq(), next);
                dispatched.add(next);
            }
            return dispatched;
        });
    }

    private static List<Claimable> claimable(Session session, ActionTypeId type, int atMost, Instant now)
            throws SQLException {
        String typeId = type.toString();
        long millis = now.toEpochMilli();
        List<Claimable> both = session.query(QUEUED, Claimable::read, typeId, millis, atMost);
        both.addAll(session.query(QUEUED_BY_NOW, Claimable::read, typeId, millis, millis));
        both.sort(Comparator.comparingLong(Claimable::dueAt).thenComparingLong(Claimable::seq));
        return both.subList(0, Math.min(atMost, both.size()));
    }

    private record Claimable(long seq, long dueAt) {
        static Claimable read(ResultSet row) throws SQLException {
            return new Claimable(row.getLong("seq"), row.getLong("due_at"));
        }
    }

    @Override
    public List<JobId> due(Instant now, int atMost) {
        return readers.read(
                session -> session.query(DUE, row -> new JobId(row.getString("id")), now.toEpochMilli(), atMost));
    }

    @Override
    public List<Job> ofAction(ActionExecutionId id) {
        return readers.read(
                session -> session.query(OF_ACTION, row -> rows.read(row).job(), id.value()));
    }

    @Override
    public Page<Job> list(Optional<JobStatus> status, PageRequest page) {
        String list = status.map(only -> "jobs." + only).orElse("jobs");
        long below = page.below(list);
        int oneMore = page.maxResults() + 1;
        List<JobRow> found = readers.read(session -> status.isPresent()
                ? session.query(OF_STATUS, rows::read, status.get().name(), below, oneMore)
                : session.query(ALL, rows::read, below, oneMore));
        return page.answer(list, found, JobRow::seq).map(JobRow::job);
    }

    @Override
    public Page<Job> listLastOfActions(PageRequest page) {
        long below = page.below("actions");
        List<JobRow> found =
                readers.read(session -> session.query(LAST_OF_ACTIONS, rows::read, below, page.maxResults() + 1));
        return page.answer("actions", found, JobRow::actionSeq).map(JobRow::job);
    }

    @Override
    public List<Backlog> backlog() {
        return readers.read(session -> session.query(
                BACKLOG,
                row -> new Backlog(
                        SqliteActionTypes.readId(row.getString("action_type")),
                        JobStatus.valueOf(row.getString("status")),
                        row.getLong("jobs"),
                        Instant.ofEpochMilli(row.getLong("oldest")))));
    }
}
