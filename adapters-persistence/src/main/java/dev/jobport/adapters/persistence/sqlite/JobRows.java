package dev.jobport.adapters.persistence.sqlite;

import static java.util.stream.Collectors.joining;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs and action executions as rows of their tables, and back: the one place that knows both. */
final class JobRows {

    /** To be followed by what restricts and orders it. */
    static final String SELECT = """
            SELECT j.seq, j.id, j.action_execution, j.number, j.continuation_token, j.due_at, j.status, j.nonce,
                   j.until, j.progress, j.transitions, j.invocations,
                   a.id AS action_id, a.action_type, a.client, a.input, a.dispatch_lease, a.job_timeout,
                   a.action_timeout, a.continuation_delay, a.started_at
            """;

    /** Action executions never change. A job's is asked for several times in a row, and its input is long to parse. */
    private static final int REMEMBERED_ACTIONS = 2_000;

    private final Cache<String, ActionExecution> actions =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED_ACTIONS).build();

    /** Adds a new action. */
    static long insert(Session session, ActionExecution action) throws SQLException {
        Timing timing = action.timing();
        String insert = "INSERT INTO action_execution (id, action_type, client, input, dispatch_lease, job_timeout,"
                + " action_timeout, continuation_delay, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq";
        return session.insert(
                insert,
                action.id().value(),
                action.actionTypeId().toString(),
                action.clientId().value(),
                InputJson.write(action.input()),
                timing.dispatchLease().toMillis(),
                timing.jobTimeout().toMillis(),
                timing.actionTimeout().toMillis(),
                timing.continuationDelay().toMillis(),
                action.startedAt().toEpochMilli());
    }

    /** Adds a new job of an action that is stored already. */
    static void insert(Session session, long actionSeq, Job job) throws SQLException {
        session.update(
                "INSERT INTO job (id, action_execution, number, continuation_token, due_at, action_type,"
                        + " action_deadline, status, nonce, until, progress, transitions, invocations, next_change_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id().value(),
                actionSeq,
                job.number(),
                job.continuationToken().map(ContinuationToken::value).orElse(null),
                job.dueAt().toEpochMilli(),
                job.action().actionTypeId().toString(),
                job.action().deadline().toEpochMilli(),
                job.status().name(),
                job.nonce().map(Nonce::value).orElse(null),
                millis(job.state().until()),
                ProgressJson.write(job.progress()),
                writeTransitions(job.transitions()),
                writeInvocations(job.state().invocations()),
                millis(job.nextChangeAt()));
    }

    /** Replaces all that moves can change. */
    static void update(Session session, long seq, Job job) throws SQLException {
        session.update(
                "UPDATE job SET status = ?, nonce = ?, until = ?, progress = ?, transitions = ?, invocations = ?,"
                        + " next_change_at = ? WHERE seq = ?",
                job.status().name(),
                job.nonce().map(Nonce::value).orElse(null),
                millis(job.state().until()),
                ProgressJson.write(job.progress()),
                writeTransitions(job.transitions()),
                writeInvocations(job.state().invocations()),
                millis(job.nextChangeAt()),
                seq);
    }

    JobRow read(ResultSet row) throws SQLException {
        Job job = Job.restore(
                new JobId(row.getString("id")),
                action(row),
                row.getInt("number"),
                Optional.ofNullable(row.getString("continuation_token")).map(ContinuationToken::new),
                Instant.ofEpochMilli(row.getLong("due_at")),
                new Job.State(
                        JobStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("nonce")).map(Nonce::new),
                        instant(row, "until"),
                        ProgressJson.read(row.getString("progress")),
                        readTransitions(row.getString("transitions")),
                        readInvocations(row.getString("invocations"))));
        return new JobRow(row.getLong("seq"), row.getLong("action_execution"), job);
    }

    private ActionExecution action(ResultSet row) throws SQLException {
        String id = row.getString("action_id");
        ActionExecution known = actions.getIfPresent(id);
        if (known != null) {
            return known;
        }
        ActionExecution read = new ActionExecution(
                new ActionExecutionId(id),
                SqliteActionTypes.readId(row.getString("action_type")),
                new ClientId(row.getString("client")),
                InputJson.read(row.getString("input")),
                TimingColumns.read(row),
                Instant.ofEpochMilli(row.getLong("started_at")));
        actions.put(id, read);
        return read;
    }

    private static Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static String writeTransitions(List<Transition> transitions) {
        return transitions.stream()
                .map(transition -> transition.status() + "@" + transition.at().toEpochMilli())
                .collect(joining(" "));
    }

    private static List<Transition> readTransitions(String stored) {
        return Stream.of(stored.split(" "))
                .map(transition -> transition.split("@"))
                .map(parts ->
                        new Transition(JobStatus.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                .toList();
    }

    private static String writeInvocations(List<Invocation> invocations) {
        return invocations.stream().map(Invocation::fingerprint).collect(joining(" "));
    }

    private static List<Invocation> readInvocations(String stored) {
        return stored.isEmpty()
                ? List.of()
                : Stream.of(stored.split(" ")).map(Invocation::new).toList();
    }
}
