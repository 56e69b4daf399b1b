package dev.jobport.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void a_tick_that_fails_is_not_the_last_one() throws InterruptedException {
        AtomicInteger ticks = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);
        try (Ticker ticker = new Ticker(() -> {
            second.countDown();
            if (ticks.incrementAndGet() == 1) {
                throw new AssertionError("The first tick fails, as this test wants.");
            }
        })) {
            assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
