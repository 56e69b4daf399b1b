package dev.jobport.adapters.persistence.postgres;

import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;
import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.jobport.application.driven.Store;
import dev.jobport.domain.job.Job;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back, and the store with it. */
class OutageTest {

    @Test
    void while_the_database_is_away_callers_are_told_soon_and_afterwards_all_is_there(@TempDir Path directory)
            throws IOException {
        EmbeddedPostgres server = start(directory, 0);
        int port = server.getPort();
        try (PostgresStore store =
                PostgresStore.open("//postgres:postgres@127.0.0.1:" + port + "/postgres?connectTimeout=1")) {
            Job job = aJob().first();
            store.jobs().add(job);
            Job dispatched = after(store.jobs().claim(QUEUE, 1, START, it -> it.dispatch(newNonce(), START)))
                    .get(0);
            Instant before = store.time().instant();

            server.close();

            assertThat(store.isReady()).isFalse();
            assertThatThrownBy(() -> store.jobs().find(job.id())).isInstanceOf(Store.Unavailable.class);
            assertThatThrownBy(() -> store.jobs().add(aJob().first())).isInstanceOf(Store.Unavailable.class);
            assertThat(store.time().instant()).isAfterOrEqualTo(before);

            server = start(directory, port);

            await().atMost(Duration.ofSeconds(30)).until(store::isReady);
            assertThat(store.jobs().find(job.id())).contains(dispatched);
            store.jobs().add(aJob().first());
            assertThat(after(store.jobs().claim(QUEUE, 10, START, it -> it.dispatch(newNonce(), START))))
                    .hasSize(1);
        } finally {
            server.close();
        }
    }

    private static EmbeddedPostgres start(Path directory, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
