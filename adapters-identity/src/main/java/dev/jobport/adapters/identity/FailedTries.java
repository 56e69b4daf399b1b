package dev.jobport.adapters.identity;

import java.time.Duration;
import java.time.Instant;

/** Counts the tries to get in that failed, of each source on its own. */
final class FailedTries {

    /** Enough for whoever tries out a key by hand. */
    static final int AT_ONCE = 20;

    /** Until one more is allowed. */
    static final Duration EACH = Duration.ofSeconds(1);

    /** Of the sources beyond, those that failed least recently are forgotten. */
    static final int REMEMBERED_SOURCES = Allowance.REMEMBERED;

    private final Allowance allowance = new Allowance(AT_ONCE, EACH);

    /** Takes one more failed try down. Returns whether it is one of those that are allowed. */
    boolean allows(String source, Instant now) {
        return allowance.allows(source, now);
    }

    int size() {
        return allowance.size();
    }
}
