package dev.jobport.adapters.persistence.sql;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of a store and their version, brought forward to the newest when the store is opened; of several servers that
 * start at once one does it. Flyway takes a good part of a second to start, so it is called only if there is something to
 * do.
 *
 * @param newest the version that the scripts lead to
 * @param owner a query that tells in one word whose tables are there: an {@link Owner}
 * @param scripts where the scripts are on the class path
 */
public record Schema(int newest, String owner, String... scripts) {

    /** Whose tables a database has. */
    public enum Owner {
        NOBODY,
        JOBPORT,
        ANOTHER
    }

    private static final String VERSION =
            "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success";

    /**
     * @param store by the name that is shown
     * @throws java.io.UncheckedIOException if the tables are another program's, or newer, or cannot be brought forward
     */
    public void bring(DataSource database, Object store) throws SQLException {
        int version = versionOf(database, store);
        if (version > newest) {
            throw Failures.cannotOpen(
                    store,
                    "its schema has version " + version + " and this server knows no later one than " + newest
                            + "; use a newer server or name another store",
                    null);
        }
        if (version < newest) {
            try {
                Flyway.configure()
                        .dataSource(database)
                        .locations(scripts)
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw Failures.cannotOpen(
                        store,
                        "its schema could not be brought from version " + version + " to " + newest + ": "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /** Whether the database has no tables at all. */
    public boolean isMissing(DataSource database) throws SQLException {
        try (Session session = new Session(database)) {
            return owner(session) == Owner.NOBODY;
        }
    }

    private Owner owner(Session session) throws SQLException {
        return session.one(owner, row -> Owner.valueOf(row.getString(1)));
    }

    /** 0 if there is no schema yet. */
    private int versionOf(DataSource database, Object store) throws SQLException {
        try (Session session = new Session(database)) {
            return switch (owner(session)) {
                case NOBODY -> 0;
                case JOBPORT -> session.one(VERSION, row -> row.getInt(1));
                case ANOTHER ->
                    throw Failures.cannotOpen(store, "it is the database of another program; name another one", null);
            };
        }
    }
}
