package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often something is allowed, and how many names are remembered. */
class AllowanceTest {

    private static final int AT_ONCE = 20;
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Instant NOW = Instant.parse("2026-11-23T21:01:28Z");

    private final Allowance allowance = new Allowance(AT_ONCE, EACH);

    private long allowed(String name, int times, Instant now) {
        return IntStream.range(0, times)
                .filter(each -> allowance.allows(name, now))
                .count();
    }

    @Test
    void some_are_allowed_at_once_and_then_one_at_a_time() {
        assertThat(allowed("a", 1_000, NOW)).isEqualTo(AT_ONCE);
        assertThat(allowed("a", 1_000, NOW.plus(EACH))).isEqualTo(1);
        assertThat(allowed("a", 1_000, NOW.plus(EACH.multipliedBy(4)))).isEqualTo(3);
        assertThat(allowed("a", 1_000, NOW.plus(Duration.ofDays(1)))).isEqualTo(AT_ONCE);
    }

    @Test
    void each_name_counts_on_its_own() {
        allowed("a", 1_000, NOW);

        assertThat(allowance.allows("b", NOW)).isTrue();
        assertThat(allowance.allows("a", NOW)).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_shuts_nobody_out() {
        allowed("a", 1_000, NOW);

        assertThat(allowance.allows("a", NOW.minus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void however_many_names_there_are_only_so_many_are_remembered() {
        for (int i = 0; i < 2 * Allowance.REMEMBERED; i++) {
            allowance.allows("" + i, NOW);
        }

        assertThat(allowance.size()).isEqualTo(Allowance.REMEMBERED);
    }
}
