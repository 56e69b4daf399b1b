package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.JobRows;
import dev.jobport.adapters.persistence.sql.Schema;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SchemaTest {

    private static final Schema OF_TOMORROW = new Schema(
            OpenFile.SCHEMA.newest() + 1,
            OpenFile.SCHEMA.owner(),
            OpenFile.SCHEMA.scripts()[0],
            "schema-of-tomorrow");

    private static final String TABLES =
            "SELECT concat_ws(' ', type, name, tbl_name, sql) FROM sqlite_schema ORDER BY type, name";

    private static final String HISTORY = """
        SELECT concat_ws('|', installed_rank, version, description, type, script, coalesce(checksum, 'none'),
            installed_by, execution_time, success) FROM flyway_schema_history
        """;

    @TempDir
    Path directory;

    private Path path;
    private SQLiteDataSource database;

    @BeforeEach
    void name_the_file() {
        path = directory.resolve("jobport.db");
        database = database("jobport.db");
    }

    @Test
    void a_new_file_gets_the_newest_version_at_once() throws SQLException {
        SqliteStore.open(path).close();

        assertThat(versions()).containsExactly(OpenFile.SCHEMA.newest());
    }

    @Test
    void a_new_file_has_the_tables_that_flyway_makes() throws SQLException {
        SqliteStore.open(path).close();
        SQLiteDataSource other = database("other.db");
        flyway(other).locations(OpenFile.SCHEMA.scripts()).load().migrate();

        assertThat(rows(database, TABLES)).isEqualTo(rows(other, TABLES)).hasSizeGreaterThan(10);
    }

    @Test
    void a_new_file_tells_flyway_what_its_own_baseline_does() throws SQLException {
        SqliteStore.open(path).close();
        SQLiteDataSource other = database("other.db");
        flyway(other)
                .baselineVersion(Integer.toString(OpenFile.SCHEMA.newest()))
                .load()
                .baseline();

        assertThat(rows(database, HISTORY)).isEqualTo(rows(other, HISTORY)).hasSize(1);
    }

    @Test
    void the_tables_of_a_new_file_are_made_all_or_none() throws SQLException {
        try (Session session = new Session(database)) {
            session.update("CREATE TABLE job (id TEXT)");
        }

        assertThatThrownBy(() -> NewTables.make(database))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("job already exists");
        assertThat(rows(database, TABLES)).containsExactly("table job job CREATE TABLE job (id TEXT)");
    }

    @Test
    void an_older_file_is_brought_forward_and_keeps_its_content() throws SQLException {
        Job job = SomeJobs.aJob().first();
        try (SqliteStore store = SqliteStore.open(path)) {
            store.jobs().add(job);
        }
        bringToTomorrow();

        assertThat(versions()).containsExactly(OpenFile.SCHEMA.newest(), OF_TOMORROW.newest());
        try (Session session = new Session(database)) {
            assertThat(session.query(
                            SqliteJobs.BY_ID,
                            new JobRows(SecretsKeys.NONE)::read,
                            job.id().value()))
                    .extracting(JobRow::job)
                    .containsExactly(job);
            assertThat(session.query("SELECT name FROM client", row -> row.getString("name")))
                    .isEmpty();
        }
    }

    @Test
    void a_file_from_before_results_were_known_again_is_brought_forward() throws SQLException {
        JobId id;
        try (SqliteStore store = SqliteStore.open(path)) {
            Job job = SomeJobs.aJob().first();
            store.jobs().add(job);
            id = job.id();
        }
        try (Session session = new Session(database)) {
            session.update("ALTER TABLE job DROP COLUMN result");
            session.update("UPDATE flyway_schema_history SET version = '1'");
            session.update("UPDATE job SET invocations = ?", "%s %s".formatted("a".repeat(43), "b".repeat(43)));
        }

        try (SqliteStore store = SqliteStore.open(path)) {
            assertThat(store.jobs().find(id)).hasValueSatisfying(job -> {
                assertThat(job.state().acknowledgedBy()).contains(new Invocation("a".repeat(43)));
                assertThat(job.state().result()).isEmpty();
            });
        }
    }

    @Test
    void a_newer_file_is_refused_and_the_message_names_both_versions() throws SQLException {
        SqliteStore.open(path).close();
        bringToTomorrow();

        assertThatThrownBy(() -> SqliteStore.open(path))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The store " + path + " cannot be opened: its schema has version " + OF_TOMORROW.newest()
                        + " and this server knows no later one than " + OpenFile.SCHEMA.newest()
                        + "; use a newer server or name another store.");
    }

    private void bringToTomorrow() throws SQLException {
        try (StoreFile file = StoreFile.take(path)) {
            OF_TOMORROW.bring(database, file);
        }
    }

    private SQLiteDataSource database(String name) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve(name));
        return source;
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure().dataSource(database);
    }

    private static List<String> rows(DataSource database, String query) throws SQLException {
        try (Session session = new Session(database)) {
            return session.query(query, row -> row.getString(1));
        }
    }

    private List<Integer> versions() throws SQLException {
        try (Session session = new Session(database)) {
            return session.query(
                    "SELECT version FROM flyway_schema_history ORDER BY installed_rank", row -> row.getInt("version"));
        }
    }
}
