package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.JobWorkersWire;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.SuccessResult;
import java.util.Optional;

/** Reads what job workers report of a job. */
final class Results {

    private Results() {}

    static SuccessResult success(PutThirdPartyJobSuccessResultRequest in) {
        return Fields.all(
                SuccessResult::new,
                () -> revision(in.hasCurrentRevision(), in.getCurrentRevision()),
                () -> continuation(in.hasContinuationToken(), in.getContinuationToken()),
                () -> details(in.hasExecutionDetails(), in.getExecutionDetails()));
    }

    static SuccessResult success(PutJobSuccessResultRequest in) {
        return Fields.all(
                SuccessResult::new,
                () -> revision(in.hasCurrentRevision(), in.getCurrentRevision()),
                () -> continuation(in.hasContinuationToken(), in.getContinuationToken()),
                () -> details(in.hasExecutionDetails(), in.getExecutionDetails()),
                () -> Fields.in("outputVariables", () -> new OutputVariables(in.getOutputVariablesMap())));
    }

    private static Optional<CurrentRevision> revision(boolean present, Wire.CurrentRevision in) {
        return Fields.optional("currentRevision", present, () -> in, Requests::currentRevision);
    }

    private static Optional<ContinuationToken> continuation(boolean present, String text) {
        return Requests.text("continuationToken", present, text, ContinuationToken::new);
    }

    private static Optional<ExecutionDetails> details(boolean present, Wire.ExecutionDetails in) {
        return Fields.optional("executionDetails", present, () -> in, Requests::executionDetails);
    }

    static FailureDetails failure(boolean present, JobWorkersWire.FailureDetails in) {
        return Fields.required("failureDetails", present, () -> in, Results::failure);
    }

    private static FailureDetails failure(JobWorkersWire.FailureDetails in) {
        return Fields.all(
                FailureDetails::new,
                () -> Enums.required("type", FailureType.class, in.getType()),
                () -> Fields.required("message", in.getMessage(), FailureDetails.MESSAGE::require),
                () -> Requests.text(
                        "externalExecutionId",
                        in.hasExternalExecutionId(),
                        in.getExternalExecutionId(),
                        ExecutionDetails.EXTERNAL_EXECUTION_ID::require));
    }
}
