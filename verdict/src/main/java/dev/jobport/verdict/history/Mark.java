package dev.jobport.verdict.history;

import java.time.Instant;

/**
 * What whoever watches did, or where a part of the history begins and ends.
 *
 * @param text the name of the scenario, the jump of time, or what was done
 */
public record Mark(long number, Instant at, Kind kind, String text) implements Event {

    /** What was done. */
    public enum Kind {
        SCENARIO_BEGINS,
        /** All that was to be seen has been seen. */
        SCENARIO_ENDS,
        /** The worker was given time enough, and what was to be seen did not come. */
        SCENARIO_GIVES_UP,
        /** The protocol's time jumped, at somebody's wish or as part of a fault. */
        JUMP,
        /** The server's connections died, and it came up again. */
        RESTART
    }
}
