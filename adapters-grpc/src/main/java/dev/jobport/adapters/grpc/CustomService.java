package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc.CustomJobWorkersImplBase;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeJobResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.CustomJob;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobFailureResultResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.StreamJobsRequest;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.domain.job.JobId;
import io.grpc.stub.StreamObserver;

/** The job workers of the account's own actions. Each call reads its request whole before it asks the port. */
final class CustomService extends CustomJobWorkersImplBase {

    private final CustomJobWorkers port;
    private final JobStreams streams;

    CustomService(CustomJobWorkers port, JobStreams streams) {
        this.port = port;
        this.streams = streams;
    }

    @Override
    public void pollForJobs(PollForJobsRequest in, StreamObserver<PollForJobsResponse> to) {
        var jobs = Fields.all(
                (type, queryParam, most) -> port.pollForJobs(Door.caller(), type, queryParam, most),
                () -> Requests.actionTypeId(in.hasActionTypeId(), in.getActionTypeId()),
                () -> Requests.queryParam(in.getQueryParamMap()),
                () -> Requests.maxBatchSize(in.hasMaxBatchSize(), in.getMaxBatchSize()));
        Answers.send(
                to,
                PollForJobsResponse.newBuilder()
                        .addAllJobs(jobs.stream().map(Answers::job).toList())
                        .build());
    }

    @Override
    public void streamJobs(StreamJobsRequest in, StreamObserver<CustomJob> to) {
        var caller = Door.caller();
        Fields.each(
                (type, queryParam, maxJobs) -> streams.open(
                        caller.account(),
                        to,
                        maxJobs,
                        most -> port.pollForJobs(caller, type, queryParam, most),
                        Answers::job),
                () -> Requests.actionTypeId(in.hasActionTypeId(), in.getActionTypeId()),
                () -> Requests.queryParam(in.getQueryParamMap()),
                () -> Requests.maxJobs(in.hasMaxJobs(), in.getMaxJobs()));
    }

    @Override
    public void getJobDetails(GetJobDetailsRequest in, StreamObserver<GetJobDetailsResponse> to) {
        var details = port.getJobDetails(Door.caller(), jobId(in.getJobId()));
        Answers.send(
                to,
                GetJobDetailsResponse.newBuilder()
                        .setId(details.id().value())
                        .setData(Answers.data(details.data()))
                        .setAccountId(details.accountId())
                        .build());
    }

    @Override
    public void acknowledgeJob(AcknowledgeJobRequest in, StreamObserver<AcknowledgeJobResponse> to) {
        var status = Fields.all(
                (jobId, nonce) -> port.acknowledgeJob(Door.caller(), jobId, nonce),
                () -> jobId(in.getJobId()),
                () -> Requests.nonce(in.getNonce()));
        Answers.send(
                to,
                AcknowledgeJobResponse.newBuilder()
                        .setStatus(Answers.status(status))
                        .build());
    }

    @Override
    public void putJobSuccessResult(PutJobSuccessResultRequest in, StreamObserver<PutJobSuccessResultResponse> to) {
        Fields.each(
                (jobId, result) -> port.putJobSuccessResult(Door.caller(), jobId, result),
                () -> jobId(in.getJobId()),
                () -> Results.success(in));
        Answers.send(to, PutJobSuccessResultResponse.getDefaultInstance());
    }

    @Override
    public void putJobFailureResult(PutJobFailureResultRequest in, StreamObserver<PutJobFailureResultResponse> to) {
        Fields.each(
                (jobId, failure) -> port.putJobFailureResult(Door.caller(), jobId, failure),
                () -> jobId(in.getJobId()),
                () -> Results.failure(in.hasFailureDetails(), in.getFailureDetails()));
        Answers.send(to, PutJobFailureResultResponse.getDefaultInstance());
    }

    private static JobId jobId(String text) {
        return Fields.required("jobId", text, id -> new JobId(JobId.UUID.require(id)));
    }
}
