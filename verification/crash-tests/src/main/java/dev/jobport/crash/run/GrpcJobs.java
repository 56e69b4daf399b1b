package dev.jobport.crash.run;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc.CustomJobWorkersBlockingStub;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeThirdPartyJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.CustomJob;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.FailureDetails;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.FailureType;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.JobData;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForThirdPartyJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.ThirdPartyJob;
import dev.jobport.adapters.grpc.generated.PipelinesGrpc;
import dev.jobport.adapters.grpc.generated.PipelinesGrpc.PipelinesBlockingStub;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ActionExecutionReport;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StartActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StopActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc.ThirdPartyJobWorkersBlockingStub;
import dev.jobport.adapters.grpc.generated.Wire.ActionInput;
import dev.jobport.adapters.grpc.generated.Wire.ExecutionDetails;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.Look;
import dev.jobport.crash.history.Request.Poll;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Request.Start;
import dev.jobport.crash.history.Request.Stop;
import dev.jobport.crash.history.Result;
import dev.jobport.crash.history.Result.Kind;
import io.grpc.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The requests of pipelines and job workers and their answers as {@link GrpcWire} sends and gets them. */
final class GrpcJobs {

    private final PipelinesBlockingStub pipelines;
    private final ThirdPartyJobWorkersBlockingStub thirdParty;
    private final CustomJobWorkersBlockingStub custom;
    private final String clientId;
    private final String clientToken;

    GrpcJobs(Channel channel, String clientId, String clientToken) {
        long patience = Wire.PATIENCE.toMillis();
        this.pipelines = PipelinesGrpc.newBlockingStub(channel).withDeadlineAfter(patience, TimeUnit.MILLISECONDS);
        this.thirdParty =
                ThirdPartyJobWorkersGrpc.newBlockingStub(channel).withDeadlineAfter(patience, TimeUnit.MILLISECONDS);
        this.custom = CustomJobWorkersGrpc.newBlockingStub(channel).withDeadlineAfter(patience, TimeUnit.MILLISECONDS);
        this.clientId = clientId;
        this.clientToken = clientToken;
    }

    /** To a request that is not about action types. */
    Answer answer(Request request) {
        if (request instanceof Start start) {
            return start(start);
        } else if (request instanceof Look look) {
            var in = GetActionExecutionRequest.newBuilder().setActionExecutionId(look.actionId());
            return seen(pipelines.getActionExecution(in.build()).getActionExecution());
        } else if (request instanceof Stop stop) {
            var in = StopActionExecutionRequest.newBuilder().setActionExecutionId(stop.actionId());
            return seen(pipelines.stopActionExecution(in.build()).getActionExecution());
        } else if (request instanceof Poll poll) {
            return Family.of(poll.actionType()) == Family.Custom ? pollCustom(poll) : pollThirdParty(poll);
        } else if (request instanceof Details details) {
            return details(details);
        } else if (request instanceof Acknowledge acknowledge) {
            return acknowledge(acknowledge);
        }
        return put((Put) request);
    }

    private static Answer seen(ActionExecutionReport action) {
        return new Answer.Seen(GrpcReports.report(action));
    }

    private Answer start(Start start) {
        var in = StartActionExecutionRequest.newBuilder()
                .setActionTypeId(GrpcReports.actionTypeId(start.actionType()))
                .setInput(ActionInput.newBuilder().putConfiguration("mark", start.mark()));
        if (Family.of(start.actionType()) == Family.ThirdParty) {
            in.setClientId(clientId);
        }
        var started = pipelines.startActionExecution(in.build());
        return new Answer.Started(started.getActionExecutionId(), started.getJobId());
    }

    private Answer pollCustom(Poll poll) {
        var jobs = custom.pollForJobs(PollForJobsRequest.newBuilder()
                        .setActionTypeId(GrpcReports.actionTypeId(poll.actionType()))
                        .setMaxBatchSize(poll.maxBatchSize())
                        .build())
                .getJobsList();
        return new Answer.Offered(
                jobs.stream().map(CustomJob::getId).toList(),
                jobs.stream().collect(Collectors.toMap(CustomJob::getId, CustomJob::getNonce)));
    }

    private Answer pollThirdParty(Poll poll) {
        var jobs = thirdParty
                .pollForThirdPartyJobs(PollForThirdPartyJobsRequest.newBuilder()
                        .setActionTypeId(GrpcReports.actionTypeId(poll.actionType()))
                        .setMaxBatchSize(poll.maxBatchSize())
                        .build())
                .getJobsList();
        return new Answer.Offered(jobs.stream().map(ThirdPartyJob::getJobId).toList(), Map.of());
    }

    private Answer details(Details details) {
        if (details.family() == Family.Custom) {
            var in = GetJobDetailsRequest.newBuilder().setJobId(details.jobId());
            return new Answer.JobDetails(
                    Optional.empty(), token(custom.getJobDetails(in.build()).getData()));
        }
        var job = thirdParty.getThirdPartyJobDetails(GetThirdPartyJobDetailsRequest.newBuilder()
                .setJobId(details.jobId())
                .setClientToken(clientToken)
                .build());
        return new Answer.JobDetails(
                job.hasNonce() ? Optional.of(job.getNonce()) : Optional.empty(), token(job.getData()));
    }

    private static Optional<String> token(JobData data) {
        return data.hasContinuationToken() ? Optional.of(data.getContinuationToken()) : Optional.empty();
    }

    private String token(Command command) {
        return command.authorized() ? clientToken : Wire.WRONG_TOKEN;
    }

    private Answer acknowledge(Acknowledge acknowledge) {
        var status = acknowledge.family() == Family.Custom
                ? custom.acknowledgeJob(AcknowledgeJobRequest.newBuilder()
                                .setJobId(acknowledge.jobId())
                                .setNonce(acknowledge.nonce())
                                .build())
                        .getStatus()
                : thirdParty
                        .acknowledgeThirdPartyJob(AcknowledgeThirdPartyJobRequest.newBuilder()
                                .setJobId(acknowledge.jobId())
                                .setNonce(acknowledge.nonce())
                                .setClientToken(token(acknowledge))
                                .build())
                        .getStatus();
        return new Answer.Acknowledged(GrpcReports.status(status));
    }

    private Answer put(Put put) {
        if (put.family() == Family.Custom) {
            putCustom(put.jobId(), put.result());
        } else {
            putThirdParty(put.jobId(), token(put), put.result());
        }
        return new Answer.Taken();
    }

    private void putCustom(String jobId, Result result) {
        if (result.kind() == Kind.Fails) {
            var in = PutJobFailureResultRequest.newBuilder().setJobId(jobId).setFailureDetails(failure(result));
            custom.putJobFailureResult(in.build());
            return;
        }
        var in = PutJobSuccessResultRequest.newBuilder()
                .setJobId(jobId)
                .putAllOutputVariables(result.outputVariables(Family.Custom));
        if (result.kind() == Kind.GoesOn) {
            in.setContinuationToken(result.mark());
        } else {
            in.setExecutionDetails(completion(result));
        }
        custom.putJobSuccessResult(in.build());
    }

    private void putThirdParty(String jobId, String token, Result result) {
        if (result.kind() == Kind.Fails) {
            var in = PutThirdPartyJobFailureResultRequest.newBuilder()
                    .setJobId(jobId)
                    .setClientToken(token)
                    .setFailureDetails(failure(result));
            thirdParty.putThirdPartyJobFailureResult(in.build());
            return;
        }
        var in = PutThirdPartyJobSuccessResultRequest.newBuilder()
                .setJobId(jobId)
                .setClientToken(token);
        if (result.kind() == Kind.GoesOn) {
            in.setContinuationToken(result.mark());
        } else {
            in.setExecutionDetails(completion(result));
        }
        thirdParty.putThirdPartyJobSuccessResult(in.build());
    }

    private static FailureDetails.Builder failure(Result result) {
        return FailureDetails.newBuilder()
                .setType(FailureType.FAILURE_TYPE_JOB_FAILED)
                .setMessage(result.mark());
    }

    private static ExecutionDetails.Builder completion(Result result) {
        return ExecutionDetails.newBuilder().setExternalExecutionId(result.mark());
    }
}
