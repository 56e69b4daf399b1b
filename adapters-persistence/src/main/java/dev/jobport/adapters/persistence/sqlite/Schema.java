package dev.jobport.adapters.persistence.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of the file and their version, brought forward to the newest when a store is opened. Flyway takes a good
 * part of a second to start, so it is called only if there is something to do.
 *
 * @param newest the version that the scripts lead to
 * @param scripts where the scripts are on the class path
 */
record Schema(int newest, String... scripts) {

    static final Schema CURRENT = new Schema(2, "dev/jobport/adapters/persistence/sqlite");

    private static final String IS_FLYWAYS =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'flyway_schema_history'";
    private static final String TABLES = "SELECT count(*) FROM sqlite_schema";
    private static final String VERSION =
            "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success";

    void bring(DataSource database, StoreFile file) throws SQLException {
        int version = versionOf(database, file);
        if (version > newest) {
            throw file.cannotOpen(
                    "its schema has version " + version + " and this server knows no later one than " + newest
                            + "; use a newer server or another file",
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
                throw file.cannotOpen("its schema could not be brought from version " + version + " to " + newest, e);
            }
        }
    }

    /** 0 if the file is new. */
    private static int versionOf(DataSource database, StoreFile file) throws SQLException {
        try (Session session = new Session(database)) {
            if (count(session, TABLES) == 0) {
                return 0;
            }
            if (count(session, IS_FLYWAYS) == 0) {
                throw file.cannotOpen("it is the database of another program; name another file", null);
            }
            return count(session, VERSION);
        }
    }

    private static int count(Session session, String sql) throws SQLException {
        Optional<Integer> count = session.queryOne(sql, row -> row.getInt(1));
        return count.orElseThrow();
    }
}
