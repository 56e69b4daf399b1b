package dev.jobport.adapters.persistence.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import com.google.common.cache.Cache;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.postgres.JobTable.Change;
import dev.jobport.adapters.persistence.sql.BacklogColumns;
import dev.jobport.adapters.persistence.sql.CommitSizes;
import dev.jobport.adapters.persistence.sql.Remembered;
import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Outcome;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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

    private final JobTable table;
    private final Database database;
    private final CommitSizes commits;
    private final Group<Claim, List<Job>> claims = new Group<>(this::claim);
    private final Group<JobId, Optional<JobRow>> reads = new Group<>(this::read);
    private final Group<Change, Boolean> changes = new Group<>(this::change);
    private final Group<Job, Void> additions = new Group<>(this::insert);

    /** As they were read or written last; who changes one next need not read it, unless another server was faster. */
    private final Cache<JobId, JobRow> recent = Remembered.bySize(row -> Remembered.bytes(row.job()));

    PostgresJobs(Database database, SecretsKeys keys, CommitSizes commits) {
        this.database = database;
        this.commits = commits;
        this.table = new JobTable(keys);
    }

    @Override
    public void add(Job first) {
        additions.ask(first);
    }

    @Override
    public Optional<Job> find(JobId id) {
        Optional<JobRow> row = reads.ask(id);
        row.ifPresent(this::remember);
        return row.map(JobRow::job);
    }

    @Override
    public Optional<ActionExecution> actionOf(JobId id) {
        return Optional.ofNullable(recent.getIfPresent(id))
                .map(JobRow::job)
                .or(() -> find(id))
                .map(Job::action);
    }

    @Override
    public Outcome update(JobId id, Function<Job, Outcome> move) {
        Optional<Outcome> soon = Optional.ofNullable(recent.asMap().remove(id)).flatMap(row -> tryOn(row, move));
        return soon.orElseGet(() -> updateAsItIs(id, move));
    }

    /** What is remembered may have changed, so neither a refusal of it nor that there is nothing to do says anything. */
    private Optional<Outcome> tryOn(JobRow row, Function<Job, Outcome> move) {
        Outcome outcome;
        try {
            outcome = move.apply(row.job());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return outcome.job() != row.job() && isMade(new Change(row, outcome)) ? Optional.of(outcome) : Optional.empty();
    }

    private Outcome updateAsItIs(JobId id, Function<Job, Outcome> move) {
        while (true) {
            JobRow row = reads.ask(id).orElseThrow(() -> new Refusal.JobNotFound(id));
            Outcome outcome = move.apply(row.job());
            if (outcome.job() == row.job() || isMade(new Change(row, outcome))) {
                return outcome;
            }
        }
    }

    private boolean isMade(Change change) {
        boolean isMade = changes.ask(change);
        if (isMade) {
            remember(change.made());
        }
        return isMade;
    }

    private void remember(JobRow row) {
        recent.put(row.job().id(), row);
    }

    @Override
    public List<Job> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return claims.ask(new Claim(queue, atMost, now, dispatch));
    }

    private List<List<Job>> claim(List<Claim> together) {
        return changeTogether(session -> {
            Map<JobQueue, Queue<JobRow>> locked =
                    session.query(Claim.LOCK, table::read, Claim.arguments(together)).stream()
                            .collect(groupingBy(row -> row.job().action().queue(), toCollection(ArrayDeque::new)));
            return together.stream()
                    .map(claim -> {
                        Queue<JobRow> rows = locked.getOrDefault(claim.queue(), new ArrayDeque<>());
                        return take(rows, claim.atMost(), claim.dispatch());
                    })
                    .toList();
        });
    }

    @Override
    public List<Job> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        return changeTogether(session -> {
                    List<JobRow> due = session.query(DUE, table::read, now.toEpochMilli(), atMost);
                    return List.of(take(new ArrayDeque<>(due), atMost, move));
                })
                .get(0);
    }

    private static List<Change> take(Queue<JobRow> rows, int atMost, UnaryOperator<Job> move) {
        List<Change> taken = new ArrayList<>();
        while (taken.size() < atMost && !rows.isEmpty()) {
            JobRow row = rows.remove();
            taken.add(new Change(row, Outcome.of(move.apply(row.job()))));
        }
        return taken;
    }

    /**
     * Nobody else changes the jobs meanwhile, and whoever asks for the same is given others.
     *
     * @param locked locks jobs and tells how they are to change, in parts
     */
    private List<List<Job>> changeTogether(Work<List<List<Change>>> locked) {
        List<List<Change>> made = database.together(session -> {
            List<List<Change>> parts = locked.in(session);
            List<Change> all = parts.stream().flatMap(List::stream).toList();
            if (!all.isEmpty()) {
                JobTable.update(session, all);
                commits.record(all.size());
            }
            return parts;
        });
        return made.stream().map(this::jobs).toList();
    }

    private List<Job> jobs(List<Change> made) {
        made.forEach(change -> remember(change.made()));
        return made.stream().map(change -> change.outcome().job()).toList();
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
    public long openActions(Account account, int atMost) {
        return database.ask(session ->
                        session.queryOne(BacklogColumns.COUNT_OPEN, row -> row.getLong(1), account.toString(), atMost))
                .orElseThrow();
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
        commits.record(together.size());
        return database.ask(session -> JobTable.update(session, together));
    }

    private List<Void> insert(List<Job> firsts) {
        commits.record(firsts.size());
        database.ask(session -> table.insert(session, firsts));
        return firsts.stream().map(job -> (Void) null).toList();
    }

    /** PostgreSQL holds no text with a NUL in it, so none has such a name, and any other that none has will do. */
    private static String storable(String asked) {
        return asked.replace('\0', '\uFFFD');
    }
}
