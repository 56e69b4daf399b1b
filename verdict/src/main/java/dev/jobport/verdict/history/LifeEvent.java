package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A job changed its status.
 *
 * @param at when it was due by the time of the protocol, which travels
 * @param from empty when the job came to be
 * @param by the name of the caller; empty if it was time itself
 */
public record LifeEvent(
        long number, Instant at, String job, String action, Optional<String> from, String to, Optional<String> by)
        implements Event {

    /** Whether a lease lapsed. */
    public boolean isLapse() {
        return isMove("Dispatched", "Queued");
    }

    public boolean isMove(String before, String after) {
        return from.filter(before::equals).isPresent() && to.equals(after);
    }
}
