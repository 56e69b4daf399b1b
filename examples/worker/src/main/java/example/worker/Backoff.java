package example.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a limit, and jittered, so that many workers do not
 * come in step. For one thread.
 */
final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration next;

    Backoff(Duration shortest, Duration longest, RandomGenerator random) {
        this.shortest = shortest;
        this.longest = longest;
        this.random = random;
        this.next = shortest;
    }

    /** Between a half and the whole of the present limit, which this doubles. */
    Duration next() {
        long limit = next.toMillis();
        next = Duration.ofMillis(Math.min(2 * limit, longest.toMillis()));
        return Duration.ofMillis(random.nextLong(limit / 2, limit + 1));
    }

    /** All is well again: begin with the shortest wait. */
    void reset() {
        next = shortest;
    }
}
