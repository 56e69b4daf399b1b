package dev.jobport.adapters.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.job.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is copied whole while it is open; a copy that is not whole is told of. */
class BackupTest {

    @TempDir
    Path directory;

    private Path path;
    private Path copy;

    @BeforeEach
    void name_the_files() {
        path = directory.resolve("jobport.db");
        copy = directory.resolve("it's a copy.db");
    }

    @Test
    void a_backup_of_an_open_store_has_all_that_was_answered_and_the_store_goes_on() throws Exception {
        Job before = SomeJobs.aJob().first();
        Job after = SomeJobs.aJob().first();
        try (SqliteStore store = SqliteStore.open(path)) {
            store.jobs().add(before);
            SqliteStore.backUp(path, copy);
            store.jobs().add(after);
            assertThat(store.jobs().find(after.id())).isPresent();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(copyHasLostItsLog()).isFalse();
        try (SqliteStore restored = SqliteStore.open(copy)) {
            assertThat(restored.jobs().find(before.id())).contains(before);
            assertThat(restored.jobs().find(after.id())).isEmpty();
        }
    }

    @Test
    void a_store_that_is_closed_can_be_backed_up_too() {
        Job job = SomeJobs.aJob().first();
        try (SqliteStore store = SqliteStore.open(path)) {
            store.jobs().add(job);
        }

        SqliteStore.backUp(path, copy);

        try (SqliteStore restored = SqliteStore.open(copy)) {
            assertThat(restored.jobs().find(job.id())).contains(job);
        }
    }

    @Test
    void no_file_is_overwritten_and_none_is_made_of_nothing() throws IOException {
        assertThatThrownBy(() -> SqliteStore.backUp(path, copy))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("There is no store " + path + " to copy.");
        SqliteStore.open(path).close();
        Files.writeString(copy, "precious");

        assertThatThrownBy(() -> SqliteStore.backUp(path, copy))
                .hasMessage("The file " + copy + " exists already; name a new one.");
        assertThat(copy).hasContent("precious");
        Path link = Files.createSymbolicLink(directory.resolve("link.db"), directory.resolve("elsewhere.db"));
        assertThatThrownBy(() -> SqliteStore.backUp(path, link)).hasMessageContaining("exists already");
        assertThat(directory.resolve("elsewhere.db")).doesNotExist();
    }

    @Test
    void a_plain_copy_of_an_open_stores_file_lacks_its_log_and_shows_it() throws Exception {
        try (SqliteStore store = SqliteStore.open(path)) {
            store.jobs().add(SomeJobs.aJob().first());
            Files.copy(path, copy);
        }

        assertThat(copyHasLostItsLog()).isTrue();
    }

    @Test
    void a_plain_copy_of_a_closed_store_is_whole() throws Exception {
        Job job = SomeJobs.aJob().first();
        try (SqliteStore store = SqliteStore.open(path)) {
            store.jobs().add(job);
        }
        Files.copy(path, copy);

        assertThat(copyHasLostItsLog()).isFalse();
        try (SqliteStore restored = SqliteStore.open(copy)) {
            assertThat(restored.jobs().find(job.id())).contains(job);
        }
    }

    private boolean copyHasLostItsLog() throws SQLException, IOException {
        try (StoreFile file = StoreFile.take(copy)) {
            return OpenFile.hasLostItsLog(file, OpenFile.dataSource(file, OpenFile.writing()));
        }
    }
}
