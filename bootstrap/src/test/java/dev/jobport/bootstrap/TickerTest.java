package dev.jobport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.bootstrap.logging.Outage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void the_clock_goes_on_whatever_a_tick_ends_in() throws Exception {
        CountDownLatch ticks = new CountDownLatch(3);
        try (Ticker ticker = Ticker.start(
                () -> {
                    ticks.countDown();
                    if (ticks.getCount() % 2 == 0) {
                        throw new OutOfMemoryError("of a test");
                    }
                    throw new IllegalStateException("of a test");
                },
                new Outage())) {
            assertThat(ticks.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_ticker_that_is_closed_ticks_no_more() throws Exception {
        CountDownLatch ticked = new CountDownLatch(1);
        Thread[] thread = {null};
        Ticker ticker = Ticker.start(
                () -> {
                    thread[0] = Thread.currentThread();
                    ticked.countDown();
                },
                new Outage());
        assertThat(ticked.await(20, TimeUnit.SECONDS)).isTrue();

        ticker.close();

        assertThat(thread[0].isAlive()).isFalse();
    }
}
