package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Column.number;
import static dev.jobport.adapters.persistence.sql.Column.optional;
import static dev.jobport.adapters.persistence.sql.Column.text;

import com.google.common.cache.Cache;
import dev.jobport.adapters.persistence.format.DefinitionJson;
import dev.jobport.adapters.persistence.format.InputJson;
import dev.jobport.adapters.persistence.format.Json;
import dev.jobport.adapters.persistence.format.ProgressJson;
import dev.jobport.adapters.persistence.format.SealedAction;
import dev.jobport.adapters.persistence.format.SecretsKey;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.format.Texts;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobState;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.ResultFingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Jobs and action executions as columns of their two tables, and back. A change here is a change of every store's
 * schema.
 */
public final class JobColumns {

    /** An action execution's: written once. */
    public static final List<Column<SealedAction>> ACTION = Stream.concat(
                    Stream.<Column<SealedAction>>of(
                            text("id", it -> it.action().id().value()),
                            text("account", it -> it.action().account().toString()),
                            text("action_type", it -> it.action().actionTypeId().toString()),
                            text("query_value", it -> queryValue(it.action().queue())),
                            optional("client", it -> it.action().clientId().map(ClientId::value)),
                            text("input", InputJson::write),
                            optional("secrets_key", it -> it.key().map(SecretsKey::id)),
                            text(
                                    "settings",
                                    it -> DefinitionJson.write(it.action().settings())),
                            number("started_at", it -> it.action().startedAt().toEpochMilli())),
                    TimingColumns.of((SealedAction it) -> it.action().timing()))
            .toList();

    /** Those of a job's that never change. */
    public static final List<Column<Job>> JOB = List.of(
            text("id", job -> job.id().value()),
            number("number", job -> (long) job.number()),
            optional("continuation_token", job -> job.continuationToken().map(token -> Json.quoted(token.value()))),
            number("due_at", job -> job.dueAt().toEpochMilli()),
            text("account", job -> job.action().account().toString()),
            text("action_type", job -> job.action().actionTypeId().toString()),
            text("query_value", job -> queryValue(job.action().queue())),
            number("action_deadline", job -> job.action().deadline().toEpochMilli()));

    /** Those of a job's that its moves change. */
    public static final List<Column<Change>> STATE = List.of(
            text("status", it -> it.after().status().name()),
            optional("nonce", it -> it.after().nonce().map(Nonce::value)),
            number("until", it -> millis(it.after().state().until())),
            text("progress", it -> ProgressJson.write(it.after().progress())),
            text("transitions", it -> Texts.writeTransitions(it.after().transitions())),
            text(
                    "invocations",
                    it -> it.after()
                            .state()
                            .acknowledgedBy()
                            .map(Invocation::id)
                            .orElse("")),
            optional("result", it -> it.after().state().result().map(ResultFingerprint::value)),
            number("next_change_at", it -> millis(it.after().nextChangeAt())),
            number("action_ended_at", it -> millis(it.actionEndedAt())));

    /** What {@link #read} needs, of a job {@code j} and its action {@code a}; and their places. */
    public static final String READ = """
        j.seq, j.action_execution,
        j.id, j.number, j.continuation_token, j.due_at, j.status, j.nonce, j.until, j.progress, j.transitions,
        j.invocations, j.result,
        a.id AS action_id, a.account, a.action_type, a.query_value, a.client, a.input, a.secrets_key, a.settings,
        a.started_at,
        a.dispatch_lease, a.job_timeout, a.action_timeout, a.continuation_delay
        """;

    /** What {@link #readRow} needs. */
    public static final String READ_WITH_CLIENT = READ + """
        , (SELECT token_hash FROM client WHERE client.account = a.account AND client.id = a.client) AS token_hash
        """;

    /** Action executions never change. A job's is asked for several times in a row, and its input is long to parse. */
    private final Cache<String, ActionExecution> actions = Remembered.bySize(Remembered::bytes);

    private final SecretsKeys keys;

    public JobColumns(SecretsKeys keys) {
        this.keys = keys;
    }

    /** To be written into the columns {@link #ACTION}. */
    public SealedAction seal(ActionExecution action) {
        return SealedAction.of(action, keys);
    }

    public Job read(ResultSet row) throws SQLException {
        return Job.restore(
                new JobId(row.getString("id")),
                action(row),
                row.getInt("number"),
                Optional.ofNullable(row.getString("continuation_token"))
                        .map(token -> new ContinuationToken(Json.parse(token).textValue())),
                Instant.ofEpochMilli(row.getLong("due_at")),
                new JobState(
                        JobStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("nonce")).map(Nonce::new),
                        instant(row, "until"),
                        ProgressJson.read(row.getString("progress")),
                        Texts.readTransitions(row.getString("transitions")),
                        Texts.readAcknowledgedBy(row.getString("invocations")),
                        Optional.ofNullable(row.getString("result")).map(ResultFingerprint::new)));
    }

    public JobRow readRow(ResultSet row, long version) throws SQLException {
        return new JobRow(row.getLong("seq"), row.getLong("action_execution"), version, read(row), readClient(row));
    }

    /** Whose the job is; empty if it is nobody's, or the client is not there any more. */
    private static Optional<Client> readClient(ResultSet row) throws SQLException {
        String tokenHash = row.getString("token_hash");
        return tokenHash == null
                ? Optional.empty()
                : Optional.of(new Client(new ClientId(row.getString("client")), tokenHash));
    }

    private ActionExecution action(ResultSet row) throws SQLException {
        String id = row.getString("action_id");
        ActionExecution known = actions.getIfPresent(id);
        if (known != null) {
            return known;
        }
        InputJson.Read input =
                InputJson.read(id, row.getString("input"), Optional.ofNullable(row.getString("secrets_key")), keys);
        ActionExecution read = new ActionExecution(
                new ActionExecutionId(id),
                readQueue(row),
                Optional.ofNullable(row.getString("client")).map(ClientId::new),
                input.input(),
                input.secrets(),
                DefinitionJson.readSettings(row.getString("settings")),
                TimingColumns.read(row),
                Instant.ofEpochMilli(row.getLong("started_at")));
        actions.put(id, read);
        return read;
    }

    /** Never null, so that the same indexes serve action types with and without a queryable property. */
    public static String queryValue(JobQueue queue) {
        return queue.queryValue().orElse("");
    }

    private static JobQueue readQueue(ResultSet row) throws SQLException {
        return new JobQueue(
                Texts.readAccount(row.getString("account")),
                Texts.readActionTypeId(row.getString("action_type")),
                Optional.of(row.getString("query_value")).filter(value -> !value.isEmpty()));
    }

    private static Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
