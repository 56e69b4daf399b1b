package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What hangs keeps nobody waiting, and only so many threads hang. */
class PatienceTest {

    private final Patience patience = new Patience(Duration.ofMillis(20));

    @Test
    void what_ends_gives_its_result_or_its_failure() {
        Patience endless = new Patience(Duration.ofDays(1));

        assertThat(endless.await(() -> "done")).contains("done");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endless.await(() -> {
                    throw new IllegalArgumentException();
                }));
    }

    @Test
    void only_so_many_threads_hang_at_a_time() {
        CompletableFuture<String> end = new CompletableFuture<>();
        AtomicInteger started = new AtomicInteger();
        for (int i = 0; i < 3 * Patience.MAX_HANGING; i++) {
            assertThat(patience.await(() -> {
                        started.incrementAndGet();
                        return end.join();
                    }))
                    .isEmpty();
        }
        assertThat(started).hasValueLessThanOrEqualTo(Patience.MAX_HANGING);
        end.complete("late");
    }
}
