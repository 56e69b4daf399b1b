package dev.jobport.adapters.wire;

import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.text;
import static dev.jobport.adapters.wire.json.Types.whole;

import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.SuccessResult;
import java.util.Map;

/** What a worker reports of a job. */
final class ResultShapes {

    private static final Type<String> SUMMARY = text(ExecutionDetails.SUMMARY);
    private static final Type<String> EXTERNAL_EXECUTION_ID = text(ExecutionDetails.EXTERNAL_EXECUTION_ID);
    private static final Type<Integer> PERCENT_COMPLETE = whole(ExecutionDetails.PERCENT_COMPLETE);
    private static final Type<ContinuationToken> CONTINUATION_TOKEN =
            Types.text(ContinuationToken::new, ContinuationToken::value);
    private static final Type<Map<String, String>> OUTPUT_VARIABLES =
            AwsCollections.map(Integer.MAX_VALUE, OutputVariables.NAME, OutputVariables.VALUE);

    static final Shape<FailureDetails> FAILURE = Shape.of("FailureDetails", form -> {
        var type = form.required("type", constant(FailureType.class));
        var message = form.required("message", text(FailureDetails.MESSAGE));
        var externalExecutionId = form.optional("externalExecutionId", EXTERNAL_EXECUTION_ID);
        return form.build(() -> new FailureDetails(type, message, externalExecutionId));
    });

    private static final Shape<CurrentRevision> CURRENT_REVISION = Shape.of("CurrentRevision", form -> {
        var revision = form.required("revision", text(CurrentRevision.REVISION));
        var changeIdentifier = form.required("changeIdentifier", text(CurrentRevision.CHANGE_IDENTIFIER));
        var created = form.optional("created", Types.SECONDS_SINCE_1970);
        var revisionSummary = form.optional("revisionSummary", text(CurrentRevision.REVISION_SUMMARY));
        return form.build(() -> new CurrentRevision(revision, changeIdentifier, created, revisionSummary));
    });

    private static final Shape<ExecutionDetails> EXECUTION_DETAILS = Shape.of("ExecutionDetails", form -> {
        var summary = form.optional("summary", SUMMARY);
        var externalExecutionId = form.optional("externalExecutionId", EXTERNAL_EXECUTION_ID);
        var percentComplete = form.optional("percentComplete", PERCENT_COMPLETE);
        return form.build(() -> new ExecutionDetails(summary, externalExecutionId, percentComplete));
    });

    private ResultShapes() {}

    /** @param hasVariables whether the family of job workers may hand on output variables */
    static SuccessResult success(Members in, boolean hasVariables) {
        var currentRevision = in.optional("currentRevision", CURRENT_REVISION);
        var continuationToken = in.optional("continuationToken", CONTINUATION_TOKEN);
        var executionDetails = in.optional("executionDetails", EXECUTION_DETAILS);
        var variables = hasVariables
                ? in.optional("outputVariables", OUTPUT_VARIABLES).orElse(Map.of())
                : Map.<String, String>of();
        return in.build(() -> new SuccessResult(
                currentRevision, continuationToken, executionDetails, new OutputVariables(variables)));
    }
}
