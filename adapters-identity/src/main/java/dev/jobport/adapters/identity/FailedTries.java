package dev.jobport.adapters.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the tries to get in that failed, of each source on its own. */
final class FailedTries {

    /** Enough for whoever tries out a key by hand. */
    static final int AT_ONCE = 20;

    /** Until one more is allowed. */
    static final Duration EACH = Duration.ofSeconds(1);

    /** Of the sources beyond, those that failed least recently are forgotten. */
    static final int REMEMBERED_SOURCES = 10_000;

    /** By source, when as many tries as allowed at once have been used up if none comes. */
    private final Map<String, Instant> freeAt = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED_SOURCES;
        }
    };

    /** Takes one more failed try down. Returns whether it is one of those that are allowed. */
    synchronized boolean allows(String source, Instant now) {
        Instant free = freeAt.getOrDefault(source, now);
        Instant from = free.isBefore(now) || free.isAfter(now.plus(EACH.multipliedBy(AT_ONCE))) ? now : free;
        Instant next = from.plus(EACH);
        boolean allowed = !next.isAfter(now.plus(EACH.multipliedBy(AT_ONCE)));
        freeAt.put(source, allowed ? next : from);
        return allowed;
    }

    synchronized int size() {
        return freeAt.size();
    }
}
