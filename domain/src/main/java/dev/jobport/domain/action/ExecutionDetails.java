package dev.jobport.domain.action;

import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.TextConstraint;
import java.util.Optional;

/**
 * What a job worker tells people of its work.
 *
 * @param summary 1 to 2,048 characters
 * @param externalExecutionId the work's name in the worker's own system, 1 to 1,500 characters
 * @param percentComplete 0 to 100
 */
public record ExecutionDetails(
        Optional<String> summary, Optional<String> externalExecutionId, Optional<Integer> percentComplete) {

    public static final TextConstraint SUMMARY = TextConstraint.length(1, 2048);
    public static final TextConstraint EXTERNAL_EXECUTION_ID = TextConstraint.length(1, 1500);
    public static final RangeConstraint PERCENT_COMPLETE = new RangeConstraint(0, 100);

    public static final ExecutionDetails NONE =
            new ExecutionDetails(Optional.empty(), Optional.empty(), Optional.empty());

    public ExecutionDetails {
        summary.ifPresent(SUMMARY::require);
        externalExecutionId.ifPresent(EXTERNAL_EXECUTION_ID::require);
        percentComplete.ifPresent(PERCENT_COMPLETE::require);
    }

    /** These details with whatever {@code later} names in their place. */
    public ExecutionDetails updatedBy(ExecutionDetails later) {
        return new ExecutionDetails(
                later.summary.or(() -> summary),
                later.externalExecutionId.or(() -> externalExecutionId),
                later.percentComplete.or(() -> percentComplete));
    }

    public ExecutionDetails withExternalExecutionId(Optional<String> id) {
        return updatedBy(new ExecutionDetails(Optional.empty(), id, Optional.empty()));
    }
}
