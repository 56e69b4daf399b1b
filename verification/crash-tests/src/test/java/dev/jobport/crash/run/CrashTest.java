package dev.jobport.crash.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run; the command of this module makes long ones, on every store. */
class CrashTest {

    private static final int WORKERS = 8;
    private static final int KILLS = 3;

    @Test
    void nothing_that_was_answered_is_lost_when_servers_are_killed(@TempDir Path directory) throws Exception {
        Plan plan = new Plan(new Random().nextInt(1_000_000), 1, WORKERS, KILLS, Transport.http);
        try (StoreUnderTest store = new SqliteFile(directory.resolve("jobport.db"))) {
            Outcome outcome = CrashRun.of(plan, store, directory);

            System.out.println("sqlite, 1 server, " + outcome.counts());
            assertThat(outcome.isSound()).as(outcome.wrongs()).isTrue();
            assertThat(outcome.history().actions()).as("actions under test").isNotEmpty();
            assertThat(outcome.history().actionTypes())
                    .as("action types under test")
                    .hasSizeGreaterThan(Plan.ACTION_TYPES.size());
        }
    }
}
