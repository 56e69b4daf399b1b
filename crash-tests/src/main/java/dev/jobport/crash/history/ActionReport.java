package dev.jobport.crash.history;

import java.util.List;
import java.util.Optional;

/**
 * An action as the server shows it.
 *
 * @param resultMark of the report that ended it; absent while it goes on and if the clock ended it
 * @param jobs in their order
 */
public record ActionReport(String id, String actionType, Optional<String> resultMark, List<JobReport> jobs) {

    /** A job as the server shows it. */
    public record JobReport(String id, List<Step> steps) {

        public Step last() {
            return steps.get(steps.size() - 1);
        }
    }
}
