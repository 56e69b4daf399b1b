package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.bootstrap.Server;
import dev.jobport.bootstrap.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite store is copied by a command, also while a server runs on it. */
class BackupCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_running_servers_store_is_copied_and_a_server_starts_from_the_copy() {
        String store = "sqlite:" + directory.resolve("jobport.db");
        Path copy = directory.resolve("copy.db");
        try (Server running = Server.start(new Settings("127.0.0.1", 0, store))) {
            assertThat(jobport(
                            "action-type",
                            "put",
                            "Custom/Test/Own/1",
                            "--endpoint",
                            running.uri().toString()))
                    .isZero();
            assertThat(jobport("backup", copy.toString(), "--store", store)).isZero();
        }
        try (Server restored = Server.start(new Settings("127.0.0.1", 0, "sqlite:" + copy))) {
            assertThat(jobport(
                            "action-type", "list", "--endpoint", restored.uri().toString()))
                    .isZero();
        }

        assertThat(out.toString()).contains("Copied " + store + " to " + copy);
        assertThat(out.toString().split("Custom/Test/Own/1")).hasSizeGreaterThan(2);
    }

    @Test
    void what_cannot_be_copied_is_told_in_one_line() throws Exception {
        Path there = Files.createFile(directory.resolve("there.db"));

        assertThat(jobport("backup", there.toString(), "--store", "sqlite:" + directory.resolve("missing.db")))
                .isEqualTo(1);
        assertThat(jobport("backup", there.toString(), "--store", "sqlite:" + there))
                .isEqualTo(1);
        assertThat(jobport("backup", there.toString(), "--store", "postgres://h/d"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport backup: There is no store " + directory.resolve("missing.db") + " to copy.",
                        "jobport backup: The file " + there + " exists already; name a new one.",
                        "jobport backup: Only sqlite:PATH is copied so; another store is backed up with the tools of"
                                + " what it is kept in, such as pg_dump.");
    }

    private int jobport(String... args) {
        return Main.commandLine(args)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
