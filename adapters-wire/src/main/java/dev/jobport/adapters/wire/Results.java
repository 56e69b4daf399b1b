package dev.jobport.adapters.wire;

import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.SuccessResult;
import java.util.Map;
import java.util.function.Function;

/** Reads what a worker reports of a job. */
final class Results {

    private Results() {}

    static SuccessResult success(Members in) {
        return success(in, members -> Map.of());
    }

    static SuccessResult successWithVariables(Members in) {
        return success(
                in,
                members -> AwsCollections.map(
                        members, "outputVariables", Integer.MAX_VALUE, OutputVariables.NAME, OutputVariables.VALUE));
    }

    private static SuccessResult success(Members in, Function<Members, Map<String, String>> variables) {
        var currentRevision = in.optionalStructure("currentRevision", Results::currentRevision);
        var continuationToken = in.optional("continuationToken", ContinuationToken::new);
        var executionDetails = in.optionalStructure("executionDetails", Results::executionDetails);
        var outputVariables = variables.apply(in);
        return in.build(() -> new SuccessResult(
                currentRevision, continuationToken, executionDetails, new OutputVariables(outputVariables)));
    }

    static FailureDetails failure(Members in) {
        var type = in.required("type", FailureType.class);
        var message = in.required("message", FailureDetails.MESSAGE::require);
        var externalExecutionId = in.optional("externalExecutionId", ExecutionDetails.EXTERNAL_EXECUTION_ID::require);
        return in.build(() -> new FailureDetails(type, message, externalExecutionId));
    }

    private static CurrentRevision currentRevision(Members in) {
        var revision = in.required("revision", CurrentRevision.REVISION::require);
        var changeIdentifier = in.required("changeIdentifier", CurrentRevision.CHANGE_IDENTIFIER::require);
        var created = in.optionalTime("created");
        var revisionSummary = in.optional("revisionSummary", CurrentRevision.REVISION_SUMMARY::require);
        return in.build(() -> new CurrentRevision(revision, changeIdentifier, created, revisionSummary));
    }

    private static ExecutionDetails executionDetails(Members in) {
        var summary = in.optional("summary", ExecutionDetails.SUMMARY::require);
        var externalExecutionId = in.optional("externalExecutionId", ExecutionDetails.EXTERNAL_EXECUTION_ID::require);
        var percentComplete = in.optional("percentComplete", ExecutionDetails.PERCENT_COMPLETE);
        return in.build(() -> new ExecutionDetails(summary, externalExecutionId, percentComplete));
    }
}
