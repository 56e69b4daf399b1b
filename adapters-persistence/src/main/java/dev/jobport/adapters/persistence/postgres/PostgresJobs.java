package dev.jobport.adapters.persistence.postgres;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.jobport.adapters.persistence.postgres.JobTable.Change;
import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.adapters.persistence.sql.SecretsKeys;
import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Jobs in their tables. A change is made here, from the job as it was read, and kept if nobody else has changed the job
 * meanwhile; so it takes one statement, which is a transaction of its own and holds no lock between two of them.
 */
final class PostgresJobs implements JobRepository {

    private static final String JOB_AND_ACTION =
            JobTable.READ + "FROM job j JOIN action_execution a ON a.seq = j.action_execution ";

    static final String BY_IDS = JOB_AND_ACTION + "WHERE j.id = ANY (?)";

    static final String CLAIM = """
            WITH queued AS (
                SELECT * FROM job
                WHERE status = 'Queued' AND account = ? AND action_type = ? AND query_value = ?
                  AND action_deadline > ?
                ORDER BY due_at, seq LIMIT ? FOR UPDATE SKIP LOCKED
            ), waiting AS (
                SELECT * FROM job
                WHERE status IN ('Created', 'Dispatched') AND account = ? AND action_type = ? AND query_value = ?
                  AND next_change_at <= ? AND action_deadline > ?
                ORDER BY due_at, seq LIMIT ? FOR UPDATE SKIP LOCKED
            )
            """ + JobTable.READ + """
            FROM (SELECT * FROM queued UNION ALL SELECT * FROM waiting) j
            JOIN action_execution a ON a.seq = j.action_execution
            ORDER BY j.due_at, j.seq LIMIT ?
            """;

    static final String DUE = """
            WITH due AS (
                SELECT * FROM job WHERE next_change_at <= ?
                ORDER BY next_change_at, seq LIMIT ? FOR UPDATE SKIP LOCKED
            )
            """ + JobTable.READ + """
            FROM due j JOIN action_execution a ON a.seq = j.action_execution ORDER BY j.next_change_at, j.seq
            """;

    static final String REMOVE_ENDED = """
            WITH ended AS (
                SELECT action_execution FROM job WHERE action_ended_at < ?
                ORDER BY action_ended_at, seq LIMIT ? FOR UPDATE SKIP LOCKED
            ), removed AS (
                DELETE FROM job USING ended WHERE job.action_execution = ended.action_execution
            )
            DELETE FROM action_execution a USING ended WHERE a.seq = ended.action_execution
            """;

    /** Only jobs that have not ended have a next change, and there is an index of them. */
    static final String BACKLOG =
            BacklogColumns.SELECT + "WHERE next_change_at IS NOT NULL GROUP BY account, action_type, status";

    static final String OF_ACTION = JOB_AND_ACTION + "WHERE a.id = ? ORDER BY j.number";

    /** Said so that only the index on both columns has this order; the one on seq alone would be read past all others. */
    static final String ALL = JOB_AND_ACTION + """
            WHERE (j.account, j.seq) < (?, ?) AND j.account >= ? ORDER BY j.account DESC, j.seq DESC LIMIT ?
            """;

    /** Said in the same way, like the one of actions below. */
    static final String OF_STATUS = JOB_AND_ACTION + """
            WHERE (j.status, j.account, j.seq) < (?, ?, ?) AND (j.status, j.account) >= (?, ?)
            ORDER BY j.status DESC, j.account DESC, j.seq DESC LIMIT ?
            """;

    static final String LAST_OF_ACTIONS = JobTable.READ + """
            FROM action_execution a CROSS JOIN LATERAL
                (SELECT * FROM job WHERE action_execution = a.seq ORDER BY number DESC LIMIT 1) j
            WHERE (a.account, a.seq) < (?, ?) AND a.account >= ? ORDER BY a.account DESC, a.seq DESC LIMIT ?
            """;

    /** How many groups of callers read, change and add at the same time; the sum leaves connections for the others. */
    private static final int LANES = 2;

    private static final int REMEMBERED_ROWS = 2_000;

    private final JobTable table;
    private final Database database;
    private final Group<JobId, Optional<JobRow>> reads = new Group<>(LANES, this::read);
    private final Group<Change, Boolean> changes = new Group<>(LANES, this::change);
    private final Group<Job, Void> additions = new Group<>(LANES, this::insert);

    /** What was found; whoever changes it next need not read it again. */
    private final Cache<JobId, JobRow> found =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED_ROWS).build();

    PostgresJobs(Database database, SecretsKeys keys) {
        this.database = database;
        this.table = new JobTable(keys);
    }

    @Override
    public void add(Job first) {
        additions.ask(first);
    }

    @Override
    public Optional<Job> find(JobId id) {
        Optional<JobRow> row = reads.ask(id);
        row.ifPresent(it -> found.put(id, it));
        return row.map(JobRow::job);
    }

    @Override
    public Outcome update(JobId id, Function<Job, Outcome> move) {
        Optional<Outcome> soon = Optional.ofNullable(found.asMap().remove(id)).flatMap(row -> tryOn(row, move));
        return soon.orElseGet(() -> updateAsItIs(id, move));
    }

    /** What was found may have changed, so neither a refusal of it nor that there is nothing to do says anything. */
    private Optional<Outcome> tryOn(JobRow row, Function<Job, Outcome> move) {
        Outcome outcome;
        try {
            outcome = move.apply(row.job());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        boolean made = outcome.job() != row.job() && changes.ask(new Change(row, outcome));
        return made ? Optional.of(outcome) : Optional.empty();
    }

    private Outcome updateAsItIs(JobId id, Function<Job, Outcome> move) {
        while (true) {
            JobRow row = reads.ask(id).orElseThrow(() -> new Refusal.JobNotFound(id));
            Outcome outcome = move.apply(row.job());
            if (outcome.job() == row.job() || changes.ask(new Change(row, outcome))) {
                return outcome;
            }
        }
    }

    @Override
    public List<Job> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        String account = queue.account().toString();
        String type = queue.actionTypeId().toString();
        String value = JobColumns.queryValue(queue);
        long millis = now.toEpochMilli();
        return changeLocked(
                dispatch, CLAIM, account, type, value, millis, atMost, account, type, value, millis, millis, atMost,
                atMost);
    }

    @Override
    public List<Job> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        return changeLocked(move, DUE, now.toEpochMilli(), atMost);
    }

    /** Nobody else changes them meanwhile, and whoever asks for the same is given others. */
    private List<Job> changeLocked(UnaryOperator<Job> move, String select, Object... arguments) {
        return database.together(session -> {
            List<Change> made = new ArrayList<>();
            for (JobRow row : session.query(select, table::read, arguments)) {
                made.add(new Change(row, Outcome.of(move.apply(row.job()))));
            }
            if (!made.isEmpty()) {
                JobTable.update(session, made);
            }
            return made.stream().map(change -> change.outcome().job()).toList();
        });
    }

    @Override
    public boolean removeEnded(Instant before, int jobs) {
        return database.ask(session -> session.update(REMOVE_ENDED, before.toEpochMilli(), jobs)) == jobs;
    }

    @Override
    public List<Job> ofAction(ActionExecutionId id) {
        return database.ask(
                session -> session.query(OF_ACTION, row -> table.read(row).job(), storable(id.value())));
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
    public Page<Job> listLastOfActions(Account account, PageRequest page) {
        long below = page.below("actions");
        String of = account.toString();
        List<JobRow> listed = database.ask(
                session -> session.query(LAST_OF_ACTIONS, table::read, of, below, of, page.maxResults() + 1));
        return page.answer("actions", listed, JobRow::actionSeq).map(JobRow::job);
    }

    @Override
    public List<Backlog> backlog() {
        return database.ask(session -> session.query(BACKLOG, BacklogColumns::read));
    }

    private List<Optional<JobRow>> read(List<JobId> ids) {
        String[] texts = ids.stream().map(id -> storable(id.value())).toArray(String[]::new);
        Map<String, JobRow> rows = new HashMap<>();
        database.ask(session -> session.query(BY_IDS, table::read, (Object) texts))
                .forEach(row -> rows.put(row.job().id().value(), row));
        return ids.stream().map(id -> Optional.ofNullable(rows.get(id.value()))).toList();
    }

    private List<Boolean> change(List<Change> together) {
        return database.ask(session -> JobTable.update(session, together));
    }

    private List<Void> insert(List<Job> firsts) {
        database.ask(session -> table.insert(session, firsts));
        return firsts.stream().map(job -> (Void) null).toList();
    }

    /** PostgreSQL holds no text with a NUL in it, so none has such a name, and any other that none has will do. */
    private static String storable(String asked) {
        return asked.replace('\0', '\uFFFD');
    }
}
