package dev.jobport.adapters.persistence.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import com.google.common.cache.Cache;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.postgres.JobTable.Write;
import dev.jobport.adapters.persistence.sql.CommitSizes;
import dev.jobport.adapters.persistence.sql.Database;
import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.Remembered;
import dev.jobport.adapters.persistence.sql.Work;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiFunction;
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

    private final JobTable table;
    private final PostgresDatabase database;
    private final CommitSizes commits;
    private final Group<Claim, List<Change>> claims = new Group<>(this::claim);
    private final Group<JobId, Optional<JobRow>> reads = new Group<>(this::read);
    private final Group<Write, Boolean> writes = new Group<>(this::write);
    private final Group<Job, Void> additions = new Group<>(this::insert);

    /** As they were read or written last; who changes one next need not read it, unless another server was faster. */
    private final Cache<JobId, JobRow> recent = Remembered.bySize(row -> Remembered.bytes(row.job()));

    PostgresJobs(PostgresDatabase database, SecretsKeys keys, CommitSizes commits) {
        this.database = database;
        this.commits = commits;
        this.table = new JobTable(keys);
    }

    @Override
    public void add(Job first) {
        additions.ask(first);
    }

    @Override
    public <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
        Optional<JobRow> row = reads.ask(id);
        row.ifPresent(this::remember);
        return row.map(found -> look.apply(found.job(), found.client()));
    }

    @Override
    public Change update(JobId id, Move move) {
        return Optional.ofNullable(recent.getIfPresent(id))
                .flatMap(row -> tryOn(row, move))
                .orElseGet(() -> updateAsItIs(id, move));
    }

    /** What is remembered may have changed since, so a refusal, or that there is nothing to do, proves nothing. */
    private Optional<Change> tryOn(JobRow row, Move move) {
        Change change;
        try {
            change = move.of(row.job(), row.client());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return !change.isNone() && isKept(row, change) ? Optional.of(change) : Optional.empty();
    }

    private Change updateAsItIs(JobId id, Move move) {
        while (true) {
            JobRow row = reads.ask(id).orElseThrow(() -> new Refusal.JobNotFound(id));
            remember(row);
            Change change = move.of(row.job(), row.client());
            if (change.isNone() || isKept(row, change)) {
                return change;
            }
        }
    }

    private boolean isKept(JobRow row, Change change) {
        Write write = new Write(row, change, row.client());
        boolean isKept = writes.ask(write);
        if (isKept) {
            remember(write.made());
        }
        return isKept;
    }

    private void remember(JobRow row) {
        recent.put(row.job().id(), row);
    }

    @Override
    public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return claims.ask(new Claim(queue, atMost, now, dispatch));
    }

    private List<List<Change>> claim(List<Claim> together) {
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
    public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        return changeTogether(session -> {
                    List<JobRow> due = session.query(DUE, table::read, now.toEpochMilli(), atMost);
                    return List.of(take(new ArrayDeque<>(due), atMost, move));
                })
                .get(0);
    }

    private static List<Write> take(Queue<JobRow> rows, int atMost, UnaryOperator<Job> move) {
        List<Write> taken = new ArrayList<>();
        while (taken.size() < atMost && !rows.isEmpty()) {
            JobRow row = rows.remove();
            taken.add(new Write(row, Change.of(row.job(), move.apply(row.job()))));
        }
        return taken;
    }

    /**
     * Nobody else changes the jobs meanwhile, and whoever asks for the same is given others.
     *
     * @param locked locks jobs and tells how they are to change, in parts
     */
    private List<List<Change>> changeTogether(Work<List<List<Write>>> locked) {
        List<List<Write>> kept = database.together(session -> {
            List<List<Write>> parts = locked.in(session);
            List<Write> all = parts.stream().flatMap(List::stream).toList();
            if (!all.isEmpty()) {
                JobTable.update(session, all);
                commits.record(all.size());
            }
            return parts;
        });
        return kept.stream().map(this::changes).toList();
    }

    private List<Change> changes(List<Write> kept) {
        kept.forEach(write -> remember(write.made()));
        return kept.stream().map(Write::change).toList();
    }

    private List<Optional<JobRow>> read(List<JobId> ids) {
        String[] texts = ids.stream().map(id -> Database.storable(id.value())).toArray(String[]::new);
        Map<String, JobRow> rows = new HashMap<>();
        database.ask(session -> session.query(BY_IDS, table::read, (Object) texts))
                .forEach(row -> rows.put(row.job().id().value(), row));
        return ids.stream().map(id -> Optional.ofNullable(rows.get(id.value()))).toList();
    }

    private List<Boolean> write(List<Write> together) {
        commits.record(together.size());
        return database.ask(session -> JobTable.update(session, together));
    }

    private List<Void> insert(List<Job> firsts) {
        commits.record(firsts.size());
        database.ask(session -> table.insert(session, firsts));
        return firsts.stream().map(job -> (Void) null).toList();
    }
}
