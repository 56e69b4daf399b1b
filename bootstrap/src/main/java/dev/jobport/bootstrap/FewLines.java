package dev.jobport.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/** Lets a few lines a second into the log, however many there would be, and counts the rest. */
final class FewLines {

    private static final Duration SPAN = Duration.ofSeconds(1);

    private final int perSecond;
    private final InstantSource time;
    private Instant since = Instant.MIN;
    private int written;
    private long left;

    FewLines(int perSecond, InstantSource time) {
        this.perSecond = perSecond;
        this.time = time;
    }

    /** How many lines have been left out since the last one, if one more may be written now; else it is left out. */
    synchronized OptionalLong next() {
        Instant now = time.instant();
        if (now.isBefore(since) || !now.isBefore(since.plus(SPAN))) {
            since = now;
            written = 0;
        }
        if (written == perSecond) {
            left++;
            return OptionalLong.empty();
        }
        written++;
        long more = left;
        left = 0;
        return OptionalLong.of(more);
    }
}
