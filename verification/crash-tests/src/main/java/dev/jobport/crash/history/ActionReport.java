package dev.jobport.crash.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action as the server shows it.
 *
 * @param resultMark of the report that ended it; absent while it goes on and if the clock ended it
 * @param outputVariables of the result that completed it
 * @param jobs in their order
 */
public record ActionReport(
        String id,
        String actionType,
        Optional<String> resultMark,
        Map<String, String> outputVariables,
        List<JobReport> jobs) {

    public Family family() {
        return Family.of(actionType);
    }

    /** A job as the server shows it. */
    public record JobReport(String id, List<Step> steps) {

        public Step last() {
            return steps.get(steps.size() - 1);
        }
    }
}
