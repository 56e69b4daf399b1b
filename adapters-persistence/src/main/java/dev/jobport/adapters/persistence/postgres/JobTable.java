package dev.jobport.adapters.persistence.postgres;

import static dev.jobport.adapters.persistence.sql.Column.names;
import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.Column;
import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** The statements that write jobs, each for any number of them: a column of values is handed over as an array. */
final class JobTable {

    static final String READ = "SELECT j.version, " + JobColumns.READ_WITH_CLIENT;

    private static final String JOB = names(JobColumns.JOB) + ", " + names(JobColumns.STATE);

    static final String INSERT = "WITH added AS (INSERT INTO action_execution (" + names(JobColumns.ACTION)
            + ") SELECT "
            + names(JobColumns.ACTION) + " FROM " + values(JobColumns.ACTION, "v") + " RETURNING seq, id)"
            + " INSERT INTO job (action_execution, version, " + JOB + ") SELECT added.seq, 1, " + inV(JobColumns.JOB)
            + ", " + inV(JobColumns.STATE) + " FROM unnest(?::text[], " + arrays(JobColumns.JOB) + ", "
            + arrays(JobColumns.STATE) + ") AS v (action, " + JOB + ") JOIN added ON added.id = v.action";

    /**
     * Changes those whose version is still as told, and whose client is if one is told, and answers with their places in
     * the arrays, from 1.
     */
    static final String UPDATE = "UPDATE job SET version = job.version + 1, "
            + JobColumns.STATE.stream()
                    .map(column -> column.name() + " = v." + column.name())
                    .collect(joining(", "))
            + " FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], " + arrays(JobColumns.STATE)
            + ") WITH ORDINALITY AS v (seq, version, client, token_hash, " + names(JobColumns.STATE) + ", place)"
            + " WHERE job.seq = v.seq AND job.version = v.version AND (v.client IS NULL OR v.token_hash ="
            + " (SELECT token_hash FROM client WHERE account = job.account AND id = v.client)) RETURNING v.place";

    /** The same, and each that changes brings its follow-up with it, if it has one. */
    static final String UPDATE_AND_FOLLOW = "WITH changed AS (" + UPDATE + ", job.action_execution), followed AS ("
            + "INSERT INTO job (action_execution, version, " + JOB + ") SELECT changed.action_execution, 1, "
            + inV(JobColumns.JOB) + ", " + inV(JobColumns.STATE) + " FROM unnest(?::bigint[], "
            + arrays(JobColumns.JOB) + ", " + arrays(JobColumns.STATE) + ") AS v (place, " + JOB
            + ") JOIN changed ON changed.place = v.place) SELECT place FROM changed";

    private final JobColumns columns;

    JobTable(SecretsKeys keys) {
        this.columns = new JobColumns(keys);
    }

    /**
     * What is to be written of a job as it was read.
     *
     * @param client who must still be as it was read, if anybody
     */
    record Write(JobRow row, Change change, Optional<Client> client) {

        /** Whosever it is. */
        Write(JobRow row, Change change) {
            this(row, change, Optional.empty());
        }

        /** The row as it is then. */
        JobRow made() {
            return row.with(change.after());
        }
    }

    JobRow read(ResultSet row) throws SQLException {
        return columns.readRow(row, row.getLong("version"));
    }

    int insert(Session session, List<Job> firsts) throws SQLException {
        List<Object> arguments = new ArrayList<>(arrays(JobColumns.ACTION, firsts, job -> columns.seal(job.action())));
        arguments.add(array(String[]::new, firsts, job -> job.action().id().value()));
        arguments.addAll(jobs(firsts));
        return session.update(INSERT, arguments.toArray());
    }

    /** For each whether it was written; it was not if somebody else changed the job or its client meanwhile. */
    static List<Boolean> update(Session session, List<Write> writes) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(array(Long[]::new, writes, write -> write.row().seq()));
        arguments.add(array(Long[]::new, writes, write -> write.row().version()));
        arguments.add(array(
                String[]::new,
                writes,
                write -> write.client().map(client -> client.id().value()).orElse(null)));
        arguments.add(array(
                String[]::new,
                writes,
                write -> write.client().map(Client::tokenHash).orElse(null)));
        arguments.addAll(arrays(JobColumns.STATE, writes, Write::change));
        List<Long> following = Stream.iterate(1L, place -> place <= writes.size(), place -> place + 1)
                .filter(place -> followUp(writes, place).isPresent())
                .toList();
        if (!following.isEmpty()) {
            arguments.add(following.toArray(Long[]::new));
            arguments.addAll(jobs(following.stream()
                    .map(place -> followUp(writes, place).orElseThrow())
                    .toList()));
        }
        String sql = following.isEmpty() ? UPDATE : UPDATE_AND_FOLLOW;
        List<Boolean> made = new ArrayList<>(Collections.nCopies(writes.size(), false));
        for (long place : session.query(sql, row -> row.getLong("place"), arguments.toArray())) {
            made.set((int) place - 1, true);
        }
        return made;
    }

    private static Optional<Job> followUp(List<Write> writes, long place) {
        return writes.get((int) place - 1).change().followUp();
    }

    private static List<Object> jobs(List<Job> jobs) {
        List<Object> arrays = new ArrayList<>(arrays(JobColumns.JOB, jobs, job -> job));
        arrays.addAll(arrays(JobColumns.STATE, jobs, Change::none));
        return arrays;
    }

    private static <T, S> List<Object> arrays(List<Column<T>> columns, List<S> rows, Function<S, T> part) {
        List<Object> arrays = new ArrayList<>();
        for (Column<T> column : columns) {
            Function<S, Object> value = part.andThen(column.value());
            arrays.add(
                    switch (column.type()) {
                        case TEXT -> array(String[]::new, rows, value);
                        case NUMBER -> array(Long[]::new, rows, value);
                    });
        }
        return arrays;
    }

    private static <S> Object array(IntFunction<Object[]> type, List<S> rows, Function<S, Object> value) {
        return rows.stream().map(value).toArray(type);
    }

    private static <T> String values(List<Column<T>> columns, String alias) {
        return "unnest(" + arrays(columns) + ") AS " + alias + " (" + names(columns) + ")";
    }

    private static <T> String arrays(List<Column<T>> columns) {
        return columns.stream()
                .map(column -> column.type() == Column.Type.TEXT ? "?::text[]" : "?::bigint[]")
                .collect(joining(", "));
    }

    private static <T> String inV(List<Column<T>> columns) {
        return columns.stream().map(column -> "v." + column.name()).collect(joining(", "));
    }
}
