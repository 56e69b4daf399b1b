package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.JobWorkersWire;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeThirdPartyJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForThirdPartyJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of both families as seen through gRPC: answers and refusals, back in the domain's words. */
final class GrpcJobWorkers implements ThirdPartyJobWorkers, CustomJobWorkers {

    private final GrpcClient client;
    private final ThirdPartyJobWorkersGrpc.ThirdPartyJobWorkersBlockingStub thirdParty;
    private final CustomJobWorkersGrpc.CustomJobWorkersBlockingStub custom;

    GrpcJobWorkers(GrpcClient client) {
        this.client = client;
        this.thirdParty = ThirdPartyJobWorkersGrpc.newBlockingStub(client.channel());
        this.custom = CustomJobWorkersGrpc.newBlockingStub(client.channel());
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId type, int maxBatchSize) {
        var in = PollForThirdPartyJobsRequest.newBuilder()
                .setActionTypeId(Answers.actionTypeId(type))
                .setMaxBatchSize(maxBatchSize)
                .build();
        return client.ask(caller, thirdParty, stub -> stub.pollForThirdPartyJobs(in)).getJobsList().stream()
                .map(job -> new ThirdPartyJob(new ClientId(job.getClientId()), new JobId(job.getJobId())))
                .toList();
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId job, ClientToken token) {
        var in = GetThirdPartyJobDetailsRequest.newBuilder()
                .setJobId(job.value())
                .setClientToken(token.value())
                .build();
        var details = client.ask(caller, thirdParty, stub -> stub.getThirdPartyJobDetails(in));
        return new ThirdPartyJobDetails(
                new JobId(details.getJobId()),
                data(details.getData()),
                details.hasNonce() ? Optional.of(new Nonce(details.getNonce())) : Optional.empty());
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId job, Nonce nonce, ClientToken token) {
        var in = AcknowledgeThirdPartyJobRequest.newBuilder()
                .setJobId(job.value())
                .setNonce(nonce.value())
                .setClientToken(token.value())
                .build();
        return status(client.ask(caller, thirdParty, stub -> stub.acknowledgeThirdPartyJob(in))
                .getStatus());
    }

    @Override
    public void putThirdPartyJobSuccessResult(Caller caller, JobId job, ClientToken token, SuccessResult result) {
        var in = PutThirdPartyJobSuccessResultRequest.newBuilder()
                .setJobId(job.value())
                .setClientToken(token.value());
        result.currentRevision().map(Answers::currentRevision).ifPresent(in::setCurrentRevision);
        result.continuationToken().map(ContinuationToken::value).ifPresent(in::setContinuationToken);
        result.executionDetails().map(Answers::executionDetails).ifPresent(in::setExecutionDetails);
        client.ask(caller, thirdParty, stub -> stub.putThirdPartyJobSuccessResult(in.build()));
    }

    @Override
    public void putThirdPartyJobFailureResult(Caller caller, JobId job, ClientToken token, FailureDetails failure) {
        var in = PutThirdPartyJobFailureResultRequest.newBuilder()
                .setJobId(job.value())
                .setClientToken(token.value())
                .setFailureDetails(failure(failure))
                .build();
        client.ask(caller, thirdParty, stub -> stub.putThirdPartyJobFailureResult(in));
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId type, Map<String, String> queryParam, int maxBatchSize) {
        var in = PollForJobsRequest.newBuilder()
                .setActionTypeId(Answers.actionTypeId(type))
                .putAllQueryParam(queryParam)
                .setMaxBatchSize(maxBatchSize)
                .build();
        return client.ask(caller, custom, stub -> stub.pollForJobs(in)).getJobsList().stream()
                .map(job -> new CustomJob(
                        new JobId(job.getId()), data(job.getData()), new Nonce(job.getNonce()), job.getAccountId()))
                .toList();
    }

    @Override
    public CustomJobDetails getJobDetails(Caller caller, JobId job) {
        var in = GetJobDetailsRequest.newBuilder().setJobId(job.value()).build();
        var details = client.ask(caller, custom, stub -> stub.getJobDetails(in));
        return new CustomJobDetails(new JobId(details.getId()), data(details.getData()), details.getAccountId());
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId job, Nonce nonce) {
        var in = AcknowledgeJobRequest.newBuilder()
                .setJobId(job.value())
                .setNonce(nonce.value())
                .build();
        return status(
                client.ask(caller, custom, stub -> stub.acknowledgeJob(in)).getStatus());
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId job, SuccessResult result) {
        var in = PutJobSuccessResultRequest.newBuilder()
                .setJobId(job.value())
                .putAllOutputVariables(result.outputVariables().values());
        result.currentRevision().map(Answers::currentRevision).ifPresent(in::setCurrentRevision);
        result.continuationToken().map(ContinuationToken::value).ifPresent(in::setContinuationToken);
        result.executionDetails().map(Answers::executionDetails).ifPresent(in::setExecutionDetails);
        client.ask(caller, custom, stub -> stub.putJobSuccessResult(in.build()));
    }

    @Override
    public void putJobFailureResult(Caller caller, JobId job, FailureDetails failure) {
        var in = PutJobFailureResultRequest.newBuilder()
                .setJobId(job.value())
                .setFailureDetails(failure(failure))
                .build();
        client.ask(caller, custom, stub -> stub.putJobFailureResult(in));
    }

    private static JobWorkersWire.FailureDetails failure(FailureDetails failure) {
        var told = JobWorkersWire.FailureDetails.newBuilder()
                .setType(Enums.of(JobWorkersWire.FailureType.class, failure.type()))
                .setMessage(failure.message());
        failure.externalExecutionId().ifPresent(told::setExternalExecutionId);
        return told.build();
    }

    private static JobStatus status(Wire.JobStatus status) {
        return Enums.required("status", JobStatus.class, status);
    }

    private static JobData data(JobWorkersWire.JobData data) {
        var keys = data.getArtifactCredentials();
        return new JobData(
                Requests.actionTypeId(data.getActionTypeId()),
                new ActionExecutionId(data.getActionExecutionId()),
                Requests.actionInput(data.getInput()),
                data.hasContinuationToken()
                        ? Optional.of(new ContinuationToken(data.getContinuationToken()))
                        : Optional.empty(),
                data.hasArtifactCredentials()
                        ? Optional.of(new AwsSessionCredentials(
                                keys.getAccessKeyId(), keys.getSecretAccessKey(), keys.getSessionToken()))
                        : Optional.empty());
    }
}
