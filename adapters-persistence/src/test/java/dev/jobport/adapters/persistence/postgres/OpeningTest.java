package dev.jobport.adapters.persistence.postgres;

import static dev.jobport.contracts.store.StoreUnderTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.contracts.fixtures.SomeJobs;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void servers_that_start_at_once_on_an_empty_database_make_the_tables_once() {
        String url = TestDatabase.createEmpty();

        assertThat(atOnce(4, () -> {
                    try (PostgresStore store = PostgresStore.open(url)) {
                        store.jobs().add(SomeJobs.aJob().first());
                        return store.isReady();
                    }
                }))
                .containsOnly(true);
    }

    @Test
    void a_newer_schema_is_refused_and_the_message_names_both_versions() {
        String url = TestDatabase.create();
        String name = url.replaceFirst(".*/", "");
        TestDatabase.execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (99, '7', 'tomorrow', 'SQL', 'V7', 'ann', 1, true)",
                name);

        assertThatThrownBy(() -> PostgresStore.open(url))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(
                        "/" + name + " cannot be opened: its schema has version 7 and this server knows no"
                                + " later one than " + PostgresDatabase.SCHEMA.newest());
    }

    @Test
    void a_database_that_cannot_be_reached_or_does_not_exist_is_named_without_the_password() {
        String there = TestDatabase.create();
        for (String url : new String[] {"//ann:s3cret@127.0.0.1:1/jobs", there.replaceFirst("/[^/]*$", "/nowhere")}) {
            assertThatThrownBy(() -> PostgresStore.open(url.replace("postgres:postgres@", "postgres:s3cret@")))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageMatching(
                            "The store postgres://127\\.0\\.0\\.1:\\d+/(jobs|nowhere) cannot be opened: .*\\.")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void the_store_shows_where_it_is_and_not_how_to_get_in() {
        try (PostgresStore store = PostgresStore.open(TestDatabase.create())) {
            assertThat(store.toString()).matches("postgres://127\\.0\\.0\\.1:\\d+/test_\\d+");
        }
    }
}
