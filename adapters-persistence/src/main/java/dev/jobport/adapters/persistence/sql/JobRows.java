package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Column.values;
import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes jobs one at a time, for a store in which a further statement costs little and nobody else changes a job between
 * reading and writing, so that it needs no versions.
 */
public final class JobRows {

    private static final String INSERT_ACTION = "INSERT INTO action_execution (" + Column.names(JobColumns.ACTION)
            + ") VALUES (" + Column.marks(JobColumns.ACTION) + ") RETURNING seq";

    private static final String INSERT_JOB = "INSERT INTO job (action_execution, " + Column.names(JobColumns.JOB) + ", "
            + Column.names(JobColumns.STATE) + ") VALUES (?, " + Column.marks(JobColumns.JOB) + ", "
            + Column.marks(JobColumns.STATE) + ")";

    private static final String UPDATE_JOB = "UPDATE job SET "
            + JobColumns.STATE.stream().map(column -> column.name() + " = ?").collect(joining(", "))
            + " WHERE seq = ?";

    private final JobColumns columns;

    public JobRows(SecretsKeys keys) {
        this.columns = new JobColumns(keys);
    }

    /** Adds a new action and its first job. */
    public void add(Session session, Job first) throws SQLException {
        List<Object> action = values(JobColumns.ACTION, columns.seal(first.action()));
        add(session, session.insert(INSERT_ACTION, action.toArray()), first);
    }

    /** Replaces all that moves can change, and adds the follow-up job if there is one. */
    public void write(Session session, JobRow row, Change change) throws SQLException {
        List<Object> state = new ArrayList<>(values(JobColumns.STATE, change));
        state.add(row.seq());
        session.update(UPDATE_JOB, state.toArray());
        if (change.followUp().isPresent()) {
            add(session, row.actionSeq(), change.followUp().get());
        }
    }

    private static void add(Session session, long actionSeq, Job job) throws SQLException {
        List<Object> row = new ArrayList<>(List.of(actionSeq));
        row.addAll(values(JobColumns.JOB, job));
        row.addAll(values(JobColumns.STATE, Change.none(job)));
        session.update(INSERT_JOB, row.toArray());
    }

    /** What selects {@link JobColumns#READ_WITH_CLIENT}. */
    public JobRow read(ResultSet row) throws SQLException {
        return columns.readRow(row, 0);
    }
}
