package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.adapters.persistence.sql.Column.values;
import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.Column;
import dev.jobport.adapters.persistence.sql.JobColumns;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Jobs and action executions as rows of their tables, and back. */
final class JobRows {

    /** To be followed by what restricts and orders it. */
    static final String SELECT = "SELECT j.seq, j.action_execution, " + JobColumns.READ + "\n";

    private static final String INSERT_ACTION = "INSERT INTO action_execution (" + Column.names(JobColumns.ACTION)
            + ") VALUES (" + marks(JobColumns.ACTION.size()) + ") RETURNING seq";

    private static final String INSERT_JOB = "INSERT INTO job (action_execution, " + Column.names(JobColumns.JOB) + ", "
            + Column.names(JobColumns.STATE) + ") VALUES ("
            + marks(1 + JobColumns.JOB.size() + JobColumns.STATE.size()) + ")";

    private static final String UPDATE_JOB = "UPDATE job SET "
            + JobColumns.STATE.stream().map(column -> column.name() + " = ?").collect(joining(", "))
            + " WHERE seq = ?";

    private final JobColumns columns;

    JobRows(SecretsKeys keys) {
        this.columns = new JobColumns(keys);
    }

    /** Adds a new action and answers with its place. */
    long insert(Session session, ActionExecution action) throws SQLException {
        return session.insert(
                INSERT_ACTION, values(JobColumns.ACTION, columns.seal(action)).toArray());
    }

    /** Adds a new job of an action that is stored already. */
    static void insert(Session session, long actionSeq, Job job) throws SQLException {
        List<Object> row = new ArrayList<>(List.of(actionSeq));
        row.addAll(values(JobColumns.JOB, job));
        row.addAll(values(JobColumns.STATE, Change.none(job)));
        session.update(INSERT_JOB, row.toArray());
    }

    /** Replaces all that moves can change. */
    static void update(Session session, long seq, Change change) throws SQLException {
        List<Object> row = new ArrayList<>(values(JobColumns.STATE, change));
        row.add(seq);
        session.update(UPDATE_JOB, row.toArray());
    }

    JobRow read(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong("seq"), row.getLong("action_execution"), columns.read(row), JobColumns.readClient(row));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
