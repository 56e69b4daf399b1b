package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeThirdPartyJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeThirdPartyJobResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForThirdPartyJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForThirdPartyJobsResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobFailureResultResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.StreamThirdPartyJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.ThirdPartyJob;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc.ThirdPartyJobWorkersImplBase;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import io.grpc.stub.StreamObserver;

/** The job workers of partners. Each call reads its request whole before it asks the port. */
final class ThirdPartyService extends ThirdPartyJobWorkersImplBase {

    private final ThirdPartyJobWorkers port;
    private final JobStreams streams;

    ThirdPartyService(ThirdPartyJobWorkers port, JobStreams streams) {
        this.port = port;
        this.streams = streams;
    }

    @Override
    public void pollForThirdPartyJobs(
            PollForThirdPartyJobsRequest in, StreamObserver<PollForThirdPartyJobsResponse> to) {
        var jobs = Fields.all(
                (type, most) -> port.pollForThirdPartyJobs(Door.caller(), type, most),
                () -> Requests.actionTypeId(in.hasActionTypeId(), in.getActionTypeId()),
                () -> Requests.maxBatchSize(in.hasMaxBatchSize(), in.getMaxBatchSize()));
        Answers.send(
                to,
                PollForThirdPartyJobsResponse.newBuilder()
                        .addAllJobs(jobs.stream().map(Answers::job).toList())
                        .build());
    }

    @Override
    public void streamThirdPartyJobs(StreamThirdPartyJobsRequest in, StreamObserver<ThirdPartyJob> to) {
        var caller = Door.caller();
        Fields.each(
                (type, maxJobs) -> streams.open(
                        caller.account(),
                        to,
                        maxJobs,
                        most -> port.pollForThirdPartyJobs(caller, type, most),
                        Answers::job),
                () -> Requests.actionTypeId(in.hasActionTypeId(), in.getActionTypeId()),
                () -> Requests.maxJobs(in.hasMaxJobs(), in.getMaxJobs()));
    }

    @Override
    public void getThirdPartyJobDetails(
            GetThirdPartyJobDetailsRequest in, StreamObserver<GetThirdPartyJobDetailsResponse> to) {
        var details = Fields.all(
                (jobId, token) -> port.getThirdPartyJobDetails(Door.caller(), jobId, token),
                () -> jobId(in.getJobId()),
                () -> token(in.getClientToken()));
        var told = GetThirdPartyJobDetailsResponse.newBuilder()
                .setJobId(details.id().value())
                .setData(Answers.data(details.data()));
        details.nonce().ifPresent(nonce -> told.setNonce(nonce.value()));
        Answers.send(to, told.build());
    }

    @Override
    public void acknowledgeThirdPartyJob(
            AcknowledgeThirdPartyJobRequest in, StreamObserver<AcknowledgeThirdPartyJobResponse> to) {
        var status = Fields.all(
                (jobId, nonce, token) -> port.acknowledgeThirdPartyJob(Door.caller(), jobId, nonce, token),
                () -> jobId(in.getJobId()),
                () -> Requests.nonce(in.getNonce()),
                () -> token(in.getClientToken()));
        Answers.send(
                to,
                AcknowledgeThirdPartyJobResponse.newBuilder()
                        .setStatus(Answers.status(status))
                        .build());
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            PutThirdPartyJobSuccessResultRequest in, StreamObserver<PutThirdPartyJobSuccessResultResponse> to) {
        Fields.each(
                (jobId, token, result) -> port.putThirdPartyJobSuccessResult(Door.caller(), jobId, token, result),
                () -> jobId(in.getJobId()),
                () -> token(in.getClientToken()),
                () -> Results.success(in));
        Answers.send(to, PutThirdPartyJobSuccessResultResponse.getDefaultInstance());
    }

    @Override
    public void putThirdPartyJobFailureResult(
            PutThirdPartyJobFailureResultRequest in, StreamObserver<PutThirdPartyJobFailureResultResponse> to) {
        Fields.each(
                (jobId, token, result) -> port.putThirdPartyJobFailureResult(Door.caller(), jobId, token, result),
                () -> jobId(in.getJobId()),
                () -> token(in.getClientToken()),
                () -> Results.failure(in.hasFailureDetails(), in.getFailureDetails()));
        Answers.send(to, PutThirdPartyJobFailureResultResponse.getDefaultInstance());
    }

    private static JobId jobId(String text) {
        return Fields.required("jobId", text, JobId::new);
    }

    private static ClientToken token(String text) {
        return Fields.required("clientToken", text, ClientToken::new);
    }
}
