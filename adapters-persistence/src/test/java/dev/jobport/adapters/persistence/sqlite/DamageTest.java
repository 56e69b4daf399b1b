package dev.jobport.adapters.persistence.sqlite;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to files: a store either serves all that it ever answered for, or says why not and touches nothing. */
class DamageTest {

    private static final ClientToken TOKEN = new ClientToken("any");

    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void name_the_file() {
        path = directory.resolve("jobport.db");
    }

    @Test
    void a_file_that_is_empty_becomes_a_store() throws IOException {
        Files.createFile(path);

        try (SqliteStore store = SqliteStore.open(path)) {
            assertThat(store.isReady()).isTrue();
        }
    }

    @Test
    void a_file_that_only_begins_like_a_database_is_refused_and_left_as_it_is() throws IOException {
        byte[] garbage = new byte[16 * 1024];
        new Random(1).nextBytes(garbage);
        System.arraycopy("SQLite format 3\0".getBytes(), 0, garbage, 0, 16);
        Files.write(path, garbage);

        refusesAsUnsound();
        assertThat(path).hasBinaryContent(garbage);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.99})
    void a_file_that_was_cut_short_is_refused_and_left_as_it_is(double part) throws IOException {
        try (SqliteStore store = SqliteStore.open(path)) {
            register(store, 50);
        }
        cut(path, part);
        byte[] rest = Files.readAllBytes(path);

        refusesAsUnsound();
        assertThat(path).hasBinaryContent(rest);
    }

    @Test
    void a_log_without_its_index_is_read_again() throws IOException {
        List<ClientId> registered = crash(path);

        assertThat(directory.resolve("jobport.db-shm")).doesNotExist();
        assertThat(opened()).isEqualTo(registered);
    }

    @Test
    void a_full_disk_fails_what_finds_no_space_and_nothing_else() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory)) {
            Path ballast = disk.root().resolve("ballast");
            List<ClientId> registered = new ArrayList<>();
            Path file = disk.root().resolve("jobport.db");
            try (SqliteStore store = SqliteStore.open(file)) {
                registered.addAll(register(store, 5));
                disk.fill(ballast);
                assertThatThrownBy(() -> {
                            while (true) {
                                registered.addAll(register(store, 1));
                            }
                        })
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageStartingWith("The store " + file + " failed: ")
                        .hasMessageContaining("full");
                assertThat(store.clients().list(ACCOUNT, "", 100_000)).containsExactlyInAnyOrderElementsOf(registered);
                assertThat(store.isReady()).isFalse();

                Files.delete(ballast);
                assertThat(store.isReady()).isTrue();
                registered.addAll(register(store, 20));
                assertThat(store.clients().list(ACCOUNT, "", 100_000)).containsExactlyInAnyOrderElementsOf(registered);
            }
            try (SqliteStore store = SqliteStore.open(file)) {
                assertThat(store.clients().list(ACCOUNT, "", 100_000)).containsExactlyInAnyOrderElementsOf(registered);
            }
        }
    }

    @Test
    void a_directory_that_may_only_be_read_is_refused() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory)) {
            Path file = disk.root().resolve("jobport.db");
            SqliteStore.open(file).close();
            byte[] before = Files.readAllBytes(file);
            disk.makeReadOnly();

            assertThatThrownBy(() -> SqliteStore.open(file))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("The store " + file
                            + " cannot be opened: its directory cannot be written to; give the server the right to.");
            assertThat(file).hasBinaryContent(before);
        }
    }

    /** A file system of a megabyte, which only root can have. */
    private record SmallDisk(Path root) implements AutoCloseable {

        static SmallDisk mount(Path directory) throws Exception {
            SmallDisk disk = new SmallDisk(Files.createDirectory(directory.resolve("disk")));
            assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.root.toString()),
                    "a file system can be mounted here");
            return disk;
        }

        /** Leaves no room at all. */
        void fill(Path ballast) {
            assertThatThrownBy(() -> {
                        while (true) {
                            Files.write(ballast, new byte[1024], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }

        void makeReadOnly() throws Exception {
            assertThat(run("mount", "-o", "remount,ro", root.toString())).isTrue();
        }

        private static boolean run(String... command) throws Exception {
            try {
                return new ProcessBuilder(command).start().waitFor() == 0;
            } catch (IOException e) {
                return false; // no such program
            }
        }

        @Override
        public void close() throws Exception {
            run("umount", root.toString());
        }
    }

    /** Leaves the files as a server that is killed does: with a log, which holds everything since the schema. */
    private List<ClientId> crash(Path file) throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere")).resolve("jobport.db");
        SqliteStore.open(elsewhere).close();
        try (SqliteStore store = SqliteStore.open(elsewhere)) {
            List<ClientId> registered = register(store, 50);
            Files.copy(elsewhere, file);
            Files.copy(log(elsewhere), log(file));
            return registered;
        }
    }

    private List<ClientId> opened() {
        try (SqliteStore store = SqliteStore.open(path)) {
            List<ClientId> found = store.clients().list(ACCOUNT, "", 100_000);
            List<ClientId> more = new ArrayList<>(found);
            more.addAll(register(store, 1));
            assertThat(store.clients().list(ACCOUNT, "", 100_000)).containsExactlyInAnyOrderElementsOf(more);
            assertThat(store.isReady()).isTrue();
            return found.stream().sorted(Comparator.comparing(ClientId::value)).toList();
        }
    }

    private int last;

    /** In the order of their ids. */
    private List<ClientId> register(SqliteStore store, int count) {
        List<ClientId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ClientId id = new ClientId(new UUID(0, ++last).toString());
            assertThat(store.clients().addIfAbsent(ACCOUNT, Client.register(id, TOKEN)))
                    .isTrue();
            ids.add(id);
        }
        return ids;
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static void cut(Path file, double part) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate((long) (channel.size() * part));
        }
    }

    private void refusesAsUnsound() {
        assertThatThrownBy(() -> SqliteStore.open(path))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The store " + path
                        + " cannot be opened: it is not a sound SQLite database; name another file.");
    }
}
