package dev.jobport.adapters.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void a_second_s_worth_may_be_asked_at_once_and_then_as_much_as_the_rate_allows() {
        Instant[] now = {Instant.EPOCH};
        Throttle throttle = new Throttle(10, () -> now[0]);

        assertThat(admitted(throttle, 100)).isEqualTo(10);
        now[0] = now[0].plusMillis(300);
        assertThat(admitted(throttle, 100)).isEqualTo(3);
        now[0] = now[0].plusSeconds(60);
        assertThat(admitted(throttle, 100)).isEqualTo(10);
    }

    private static long admitted(Throttle throttle, int times) {
        return IntStream.range(0, times).filter(i -> throttle.admits("caller")).count();
    }

    @Test
    void one_access_key_does_not_use_up_the_rate_of_another() {
        Throttle throttle = new Throttle(1);

        assertThat(IntStream.range(0, 100)
                        .filter(i -> throttle.admits("greedy"))
                        .count())
                .isLessThan(100);
        assertThat(throttle.admits("modest")).isTrue();
    }

    @Test
    void without_a_rate_everybody_is_admitted() {
        Throttle throttle = new Throttle(0);

        assertThat(IntStream.range(0, 100).allMatch(i -> throttle.admits("key")))
                .isTrue();
    }
}
