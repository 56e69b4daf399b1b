package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.sql.JobRow;
import dev.jobport.adapters.persistence.sql.JobRows;
import dev.jobport.adapters.persistence.sql.Schema;
import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.contracts.SomeJobs;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SchemaTest {

    private static final Schema OF_TOMORROW = new Schema(
            SqliteStore.SCHEMA.newest() + 1,
            SqliteStore.SCHEMA.owner(),
            SqliteStore.SCHEMA.scripts()[0],
            "schema-of-tomorrow");

    @TempDir
    Path directory;

    private Path path;
    private SQLiteDataSource database;

    @BeforeEach
    void name_the_file() {
        path = directory.resolve("jobport.db");
        database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + path);
    }

    @Test
    void a_new_file_gets_the_newest_version() throws SQLException {
        SqliteStore.open(path).close();

        assertThat(versions()).containsExactlyElementsOf(upTo(SqliteStore.SCHEMA.newest()));
    }

    @Test
    void an_older_file_is_brought_forward_and_keeps_its_content() throws SQLException {
        Job job = SomeJobs.aJob().first();
        try (SqliteStore store = SqliteStore.open(path)) {
            store.jobs().add(job);
        }
        bringToTomorrow();

        assertThat(versions()).containsExactlyElementsOf(upTo(OF_TOMORROW.newest()));
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
            session.update("DELETE FROM flyway_schema_history WHERE version = '2'");
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
                        + " and this server knows no later one than " + SqliteStore.SCHEMA.newest()
                        + "; use a newer server or name another store.");
    }

    private void bringToTomorrow() throws SQLException {
        try (StoreFile file = StoreFile.take(path)) {
            OF_TOMORROW.bring(database, file);
        }
    }

    private static List<Integer> upTo(int newest) {
        return IntStream.rangeClosed(1, newest).boxed().toList();
    }

    private List<Integer> versions() throws SQLException {
        try (Session session = new Session(database)) {
            return session.query(
                    "SELECT version FROM flyway_schema_history ORDER BY installed_rank", row -> row.getInt("version"));
        }
    }
}
