package dev.jobport.adapters.http.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThrottleTest {

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
