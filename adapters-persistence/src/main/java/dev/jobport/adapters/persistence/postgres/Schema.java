package dev.jobport.adapters.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables and their version, brought forward to the newest when a store is opened; of several servers that start at
 * once one does it. Flyway takes a good part of a second to start, so it is called only if there is something to do.
 *
 * @param newest the version that the scripts lead to
 * @param scripts where the scripts are on the class path
 */
record Schema(int newest, String... scripts) {

    static final Schema CURRENT = new Schema(2, "dev/jobport/adapters/persistence/postgres");

    private static final String IS_FLYWAYS = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";
    private static final String VERSION = "SELECT max(version::int) FROM flyway_schema_history WHERE success";

    void bring(DataSource database, DatabaseUrl url) throws SQLException {
        int version = versionOf(database);
        if (version > newest) {
            throw Database.failure(
                    "The store " + url + " cannot be opened: its schema has version " + version
                            + " and this server knows no later one than " + newest
                            + "; use a newer server or another database.",
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
                throw Database.failure(
                        "The store " + url + " cannot be opened: its schema could not be brought from version "
                                + version + " to " + newest + ": " + e.getMessage(),
                        e);
            }
        }
    }

    /** 0 if there is no schema yet. */
    private static int versionOf(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Session session = new Session(connection);
            Optional<Boolean> isFlyways = session.queryOne(IS_FLYWAYS, row -> row.getBoolean(1));
            if (!isFlyways.orElseThrow()) {
                return 0;
            }
            Optional<Integer> version = session.queryOne(VERSION, row -> row.getInt(1));
            return version.orElseThrow();
        }
    }
}
