package dev.jobport.contracts.store;

import static dev.jobport.contracts.SomeJobs.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driven.Store;
import dev.jobport.domain.job.Job;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What a durable {@link Store} must do that one server at a time may have: it lets in no second one. */
public interface ExclusiveStoreContract extends StoreUnderTest {

    /** Opens the place of {@link #store()} once more, as another server would. */
    Store another();

    @Test
    default void whoever_opens_the_store_while_it_is_open_is_refused_and_disturbs_nobody() {
        Job before = given(aJob()).get(0);

        assertThatThrownBy(this::another).isInstanceOf(UncheckedIOException.class);

        assertThat(store().isReady()).isTrue();
        Job after = given(aJob()).get(0);
        assertThat(stored(before)).isEqualTo(before);
        assertThat(stored(after)).isEqualTo(after);
    }
}
