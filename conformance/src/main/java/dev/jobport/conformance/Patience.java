package dev.jobport.conformance;

import dev.jobport.conformance.wire.SetUpFailed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long to wait for what an endpoint does in its own time.
 *
 * @param longest for one thing
 */
record Patience(Duration longest) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Asks at once, and then again and again. Empty, if it never was what was waited for. */
    <T> Optional<T> until(Supplier<Optional<T>> question) {
        long end = System.nanoTime() + longest.toNanos();
        Duration pause = FIRST_PAUSE;
        Optional<T> answer = question.get();
        while (answer.isEmpty() && System.nanoTime() < end) {
            pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            answer = question.get();
        }
        return answer;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetUpFailed("interrupted", e);
        }
    }
}
