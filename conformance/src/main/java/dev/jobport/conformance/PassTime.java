package dev.jobport.conformance;

import dev.jobport.conformance.wire.SetUpFailed;
import java.time.Duration;

/** How the time of an endpoint passes. */
@FunctionalInterface
public interface PassTime {

    /** @return false if nobody is willing to wait so long */
    boolean pass(Duration duration);

    /**
     * By waiting, a second longer than asked, for the endpoint's clock to strike.
     *
     * @param patience the longest wait
     */
    static PassTime byWaiting(Duration patience) {
        return duration -> {
            if (duration.compareTo(patience) > 0) {
                return false;
            }
            try {
                Thread.sleep(duration.plusSeconds(1).toMillis());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SetUpFailed("interrupted", e);
            }
        };
    }
}
