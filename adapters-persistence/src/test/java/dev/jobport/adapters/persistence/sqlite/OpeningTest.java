package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A store that cannot be opened says in one sentence why and what to do. */
class OpeningTest {

    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void name_the_file() {
        path = directory.resolve("jobport.db");
    }

    @Test
    void a_file_in_a_directory_that_is_missing() {
        Path missing = directory.resolve("missing");

        refuses(missing.resolve("jobport.db"), "there is no directory " + missing + "; create it or name another file");
    }

    @Test
    void a_directory() {
        refuses(directory, "it is a directory; name a file in it");
    }

    @Test
    void a_file_whose_lock_cannot_be_written() throws IOException {
        Files.createDirectory(directory.resolve("jobport.db.lock"));

        refuses(path, "its directory cannot be written to; give the server the right to");
    }

    @Test
    void a_file_that_is_no_database() throws IOException {
        Files.writeString(path, "a text, and quite long enough to be seen not to be a database. ".repeat(100));

        refuses(path, "it is not a sound SQLite database; name another file");
        assertThat(path).content().startsWith("a text");
    }

    @Test
    void the_database_of_another_program() throws SQLException {
        SQLiteDataSource other = new SQLiteDataSource();
        other.setUrl("jdbc:sqlite:" + path);
        try (Session session = new Session(other)) {
            session.execute("CREATE TABLE theirs (id INTEGER)");
        }

        refuses(path, "it is the database of another program; name another file");
    }

    @Test
    void a_file_that_another_store_has_open() {
        try (SqliteStore store = SqliteStore.open(path)) {
            refuses(path, "another server has it open; stop that one or name another file");
            assertThat(store.isReady()).isTrue();
        }
    }

    @Test
    void a_file_is_free_again_after_its_store_was_closed_or_could_not_be_opened() throws IOException {
        SqliteStore.open(path).close();
        SqliteStore.open(path).close();
        Path other = directory.resolve("other.db");
        Files.writeString(other, "not a database ".repeat(100));
        refuses(other, "it is not a sound SQLite database; name another file");
        Files.delete(other);

        SqliteStore.open(other).close();
    }

    @Test
    void closing_leaves_everything_in_the_one_file() {
        SqliteStore.open(path).close();

        assertThat(directory).isDirectoryNotContaining("glob:**-{wal,shm}");
    }

    private static void refuses(Path path, String why) {
        assertThatThrownBy(() -> SqliteStore.open(path))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The store " + path + " cannot be opened: " + why + ".");
    }
}
