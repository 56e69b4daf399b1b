package dev.jobport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.fixtures.SomeJobs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.jobport.application.driven.Store} must do. A store is held to it by a test class that
 * implements this interface and opens a new store in the field that {@link #store()} returns: JUnit makes a new object
 * of the test class for each test.
 */
public interface StoreContract
        extends JobRepositoryContract, ActionTypeRepositoryContract, ClientRepositoryContract, AccountContract {

    @AfterEach
    default void close_the_store() {
        store().close();
    }

    @Test
    default void an_open_store_is_ready() {
        assertThat(store().isReady()).isTrue();
        given(SomeJobs.aJob());
        assertThat(store().isReady()).isTrue();
    }

    @Test
    default void a_closed_store_is_not_ready_and_may_be_closed_again() {
        store().close();

        assertThat(store().isReady()).isFalse();
        store().close();
    }

    @Test
    default void time_is_in_whole_milliseconds() {
        for (int i = 0; i < 1_000; i++) {
            Instant now = store().time().instant();
            assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
