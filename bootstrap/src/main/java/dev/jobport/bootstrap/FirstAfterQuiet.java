package dev.jobport.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what somebody does for the first time, or again after a while in which they did not, from all the times between. */
final class FirstAfterQuiet {

    static final Duration QUIET = Duration.ofMinutes(1);

    /** Of those beyond, whoever did it least recently is forgotten. */
    private static final int REMEMBERED = 1_000;

    private final InstantSource time;
    private final Map<String, Instant> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    FirstAfterQuiet(InstantSource time) {
        this.time = time;
    }

    /** Takes down that somebody does it now. */
    synchronized boolean isFirst(String somebody) {
        Instant now = time.instant();
        Instant before = latest.put(somebody, now);
        return before == null || !now.isBefore(before.plus(QUIET));
    }
}
