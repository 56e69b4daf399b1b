package dev.jobport.domain.action;

import java.util.Optional;

/**
 * What has been reported of an action, its latest job included. Each report replaces what it names and leaves the rest,
 * so the last job alone tells how its action stands.
 *
 * @param executionDetails what people are shown while the action runs and afterwards
 * @param currentRevision the revision that the action worked on
 * @param outputVariables what the action hands on; none until it is complete
 * @param errorDetails why the action failed; absent unless it did
 */
public record ActionProgress(
        ExecutionDetails executionDetails,
        Optional<CurrentRevision> currentRevision,
        OutputVariables outputVariables,
        Optional<ErrorDetails> errorDetails) {

    public static final ActionProgress NONE =
            new ActionProgress(ExecutionDetails.NONE, Optional.empty(), OutputVariables.NONE, Optional.empty());

    public ActionProgress withReport(
            ExecutionDetails details, Optional<CurrentRevision> revision, OutputVariables variables) {
        return new ActionProgress(
                executionDetails.updatedBy(details),
                revision.or(() -> currentRevision),
                variables.isEmpty() ? outputVariables : variables,
                errorDetails);
    }

    public ActionProgress withError(ErrorDetails error) {
        return new ActionProgress(executionDetails, currentRevision, outputVariables, Optional.of(error));
    }
}
