package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.adapters.persistence.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.stream.Stream;
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

        refuses(path, "it is the database of another program; name another one");
    }

    @Test
    void a_file_that_another_store_has_open() {
        try (SqliteStore store = SqliteStore.open(path)) {
            refuses(path, "another server has it open; stop that one or name another file");
            assertThat(store.isReady()).isTrue();
        }
    }

    @Test
    void a_file_that_another_store_has_open_by_another_name() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.db"), path);
        refuses(link, "it is a link to a file that is not there; name the file itself");

        try (SqliteStore store = SqliteStore.open(path)) {
            refuses(link, "another server has it open; stop that one or name another file");
            assertThat(store.isReady()).isTrue();
        }
        SqliteStore.open(link).close();
    }

    @Test
    void a_file_with_a_second_name_of_its_own() throws IOException {
        SqliteStore.open(path).close();
        Files.createLink(directory.resolve("second.db"), path);

        refuses(path, "it has a second name, a hard link, by which another server could open it");
    }

    @Test
    void a_name_that_would_be_read_as_settings_of_sqlite() {
        refuses(
                directory.resolve("jobport.db?journal_mode=OFF"),
                "a name with a question mark would be read as settings of SQLite; rename it");
    }

    @Test
    void whatever_is_made_is_for_its_owner_only() throws IOException {
        try (SqliteStore store = SqliteStore.open(path)) {
            assertThat(store.isReady()).isTrue();
            try (Stream<Path> made = Files.list(directory)) {
                assertThat(made.toList())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
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
