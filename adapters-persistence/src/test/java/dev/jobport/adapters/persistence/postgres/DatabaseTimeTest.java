package dev.jobport.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** All servers of a database go by its clock, whatever their own show and however fast they run. */
class DatabaseTimeTest {

    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

    private Instant clock = START;
    private Duration way = Duration.ZERO;
    private boolean isAway;
    private int looks;

    /** A server's own stopwatch; a second on it may be more or less. */
    private final class Stopwatch {
        private final double pace;
        private long nanos;

        Stopwatch(long nanos, double pace) {
            this.nanos = nanos;
            this.pace = pace;
        }

        void pass(Duration duration) {
            nanos += (long) (duration.toNanos() * pace);
        }
    }

    private final Stopwatch one = new Stopwatch(Long.MAX_VALUE - 1_000, 1); // it may overflow
    private final Stopwatch two = new Stopwatch(-5_000_000_000L, 1.01);

    private void pass(Duration duration) {
        clock = clock.plus(duration);
        one.pass(duration);
        two.pass(duration);
    }

    private DatabaseTime timeBy(Stopwatch stopwatch) {
        Supplier<Instant> look = () -> {
            if (isAway) {
                throw new IllegalStateException("away");
            }
            looks++;
            pass(way.dividedBy(2));
            Instant shown = clock;
            pass(way.dividedBy(2));
            return shown;
        };
        return new DatabaseTime(look, () -> stopwatch.nanos);
    }

    @Test
    void servers_whose_own_clocks_differ_by_seconds_and_in_pace_tell_the_same_time() {
        DatabaseTime atOne = timeBy(one);
        DatabaseTime atTwo = timeBy(two);
        for (int second = 0; second < 600; second++) {
            pass(Duration.ofMillis(1_001));
            assertThat(atOne.instant()).isEqualTo(clock);
            assertThat(Duration.between(clock, atTwo.instant()).abs()).isLessThan(Duration.ofMillis(12));
        }
    }

    @Test
    void the_database_is_asked_once_a_second() {
        DatabaseTime time = timeBy(one);
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(100));
            assertThat(time.instant()).isEqualTo(clock);
        }
        assertThat(looks).isEqualTo(11);
    }

    @Test
    void a_clock_that_is_put_right_is_followed_within_a_second() {
        DatabaseTime time = timeBy(one);
        clock = clock.plusSeconds(30);
        pass(Duration.ofSeconds(1));

        assertThat(time.instant()).isEqualTo(clock);
    }

    @Test
    void the_way_to_the_database_is_taken_into_account() {
        way = Duration.ofMillis(80);
        DatabaseTime time = timeBy(one);

        assertThat(time.instant()).isEqualTo(clock);
    }

    @Test
    void an_answer_that_was_held_up_does_not_make_the_time_worse() {
        DatabaseTime time = timeBy(one);
        pass(Duration.ofSeconds(1));
        way = Duration.ofSeconds(3);
        time.instant();

        assertThat(time.instant()).isEqualTo(clock);
    }

    @Test
    void while_the_database_is_away_the_stopwatch_does() {
        DatabaseTime time = timeBy(one);
        isAway = true;
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(2));
            assertThat(time.instant()).isEqualTo(clock);
        }
        isAway = false;
        clock = clock.minusMillis(400);
        pass(Duration.ofSeconds(1));
        assertThat(time.instant()).isEqualTo(clock);
    }
}
