package dev.jobport.crash.run;

import dev.jobport.crash.history.Timing;
import java.time.Duration;
import java.util.Map;

/**
 * How a run is to be.
 *
 * @param seed of all chances; what the operating system does to threads and processes it cannot bind
 * @param servers how many share the store
 * @param workers how many work at the same time
 * @param kills how many processes are killed at least, those at the end not counted
 * @param transport which carries the load
 */
record Plan(long seed, int servers, int workers, int kills, Transport transport) {

    /** Those that actions start of. Short, so that leases lapse and jobs and actions time out while the run lasts. */
    static final Map<String, Timing> ACTION_TYPES = Map.of(
            "ThirdParty/Test/Hasty/1", timing(1, 3, 8, 0),
            "ThirdParty/Build/Patient/1", timing(2, 4, 9, 1),
            "Custom/Test/Hasty/1", timing(1, 3, 8, 0),
            "Custom/Build/Patient/1", timing(2, 4, 9, 1));

    /** How many define action types at the same time. */
    static final int PROVIDERS = 2;

    private static Timing timing(int lease, int jobTimeout, int actionTimeout, int continuationDelay) {
        return new Timing(
                Duration.ofSeconds(lease),
                Duration.ofSeconds(jobTimeout),
                Duration.ofSeconds(actionTimeout),
                Duration.ofSeconds(continuationDelay));
    }
}
