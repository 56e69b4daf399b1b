package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many tries may fail, and how many sources of them are remembered. */
class FailedTriesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T21:01:28Z");

    private final FailedTries failures = new FailedTries();

    private long allowed(String source, int tries, Instant now) {
        return IntStream.range(0, tries)
                .filter(each -> failures.allows(source, now))
                .count();
    }

    @Test
    void some_are_allowed_at_once_and_then_one_at_a_time() {
        assertThat(allowed("a", 1_000, NOW)).isEqualTo(FailedTries.AT_ONCE);
        assertThat(allowed("a", 1_000, NOW.plus(FailedTries.EACH))).isEqualTo(1);
        assertThat(allowed("a", 1_000, NOW.plus(FailedTries.EACH.multipliedBy(4))))
                .isEqualTo(3);
        assertThat(allowed("a", 1_000, NOW.plus(Duration.ofDays(1)))).isEqualTo(FailedTries.AT_ONCE);
    }

    @Test
    void each_source_counts_on_its_own() {
        allowed("a", 1_000, NOW);

        assertThat(failures.allows("b", NOW)).isTrue();
        assertThat(failures.allows("a", NOW)).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_shuts_nobody_out() {
        allowed("a", 1_000, NOW);

        assertThat(failures.allows("a", NOW.minus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void however_many_sources_fail_only_so_many_are_remembered() {
        for (int i = 0; i < 2 * FailedTries.REMEMBERED_SOURCES; i++) {
            failures.allows("" + i, NOW);
        }

        assertThat(failures.size()).isEqualTo(FailedTries.REMEMBERED_SOURCES);
    }
}
