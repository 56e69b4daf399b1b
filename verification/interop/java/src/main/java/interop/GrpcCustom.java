package interop;

import static interop.GrpcConnection.refusal;
import static interop.SdkV2.step;

import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.CustomJobWorkersGrpc.CustomJobWorkersBlockingStub;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.CustomJob;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.FailureDetails;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.FailureType;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetJobDetailsResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.JobData;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.Wire.ActionOwner;
import dev.jobport.adapters.grpc.generated.Wire.ExecutionDetails;
import dev.jobport.adapters.grpc.generated.Wire.JobStatus;
import io.grpc.Channel;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chapters of custom actions as grpc-java tells them. */
final class GrpcCustom {

    private final CustomJobWorkersBlockingStub client;

    private GrpcCustom(Channel channel) {
        this.client = CustomJobWorkersGrpc.newBlockingStub(channel);
    }

    static void tell(Channel channel) {
        GrpcCustom worker = new GrpcCustom(channel);
        worker.story();
        worker.failure();
        worker.errors();
    }

    private void story() {
        List<CustomJob> jobs = poll("custom");
        step("custom", "poll", jobs.size());
        CustomJob first = jobs.get(0);
        step("custom", "poll-data", suite(first.getData()));
        step("custom", "details", suite(details(first.getId()).getData()));
        step("custom", "acknowledge", acknowledge(first.getId(), first.getNonce()));
        client.putJobSuccessResult(success(first.getId())
                .setContinuationToken("step-2")
                .setExecutionDetails(ExecutionDetails.newBuilder()
                        .setSummary("Half way")
                        .setPercentComplete(50)
                        .setExternalExecutionId("run-1"))
                .build());
        step("custom", "continue", "done");

        jobs = poll("custom");
        step("custom", "poll-again", jobs.size());
        CustomJob second = jobs.get(0);
        step("custom", "poll-data-again", second.getData().getContinuationToken());
        step("custom", "acknowledge-again", acknowledge(second.getId(), second.getNonce()));
        client.putJobSuccessResult(success(second.getId())
                .setExecutionDetails(
                        ExecutionDetails.newBuilder().setSummary("Green").setPercentComplete(100))
                .putOutputVariables("Commit", "c0ffee")
                .build());
        step("custom", "succeed", "done");
        step("custom", "poll-last", poll("custom").size());
    }

    private void failure() {
        List<CustomJob> jobs = poll("c-failure");
        step("c-failure", "poll", jobs.size());
        CustomJob job = jobs.get(0);
        step("c-failure", "acknowledge", acknowledge(job.getId(), job.getNonce()));
        client.putJobFailureResult(PutJobFailureResultRequest.newBuilder()
                .setJobId(job.getId())
                .setFailureDetails(FailureDetails.newBuilder()
                        .setType(FailureType.FAILURE_TYPE_JOB_FAILED)
                        .setMessage("2 tests are red"))
                .build());
        step("c-failure", "fail", "done");
    }

    private void errors() {
        String jobId = poll("c-errors").get(0).getId();
        step("c-errors", "unknown-action-type", refusal(() -> poll("unknown", Map.of())));
        step("c-errors", "query-missing", refusal(() -> poll("c-errors", Map.of())));
        step("c-errors", "unknown-job", refusal(() -> details(UUID.randomUUID().toString())));
        step("c-errors", "wrong-nonce", refusal(() -> acknowledge(jobId, "1")));
        var result = success(jobId);
        step("c-errors", "unacknowledged-job", refusal(() -> client.putJobSuccessResult(result.build())));
        var large = success(jobId).putOutputVariables("Large", "x".repeat(125_000));
        step("c-errors", "too-many-variables", refusal(() -> client.putJobSuccessResult(large.build())));
    }

    private List<CustomJob> poll(String version) {
        return poll(version, Map.of("suite", "smoke"));
    }

    private List<CustomJob> poll(String version, Map<String, String> query) {
        var type = GrpcStory.actionType(version).toBuilder().setOwner(ActionOwner.ACTION_OWNER_CUSTOM);
        return client.pollForJobs(PollForJobsRequest.newBuilder()
                        .setActionTypeId(type)
                        .setMaxBatchSize(1)
                        .putAllQueryParam(query)
                        .build())
                .getJobsList();
    }

    private GetJobDetailsResponse details(String jobId) {
        return client.getJobDetails(
                GetJobDetailsRequest.newBuilder().setJobId(jobId).build());
    }

    private JobStatus acknowledge(String jobId, String nonce) {
        return client.acknowledgeJob(AcknowledgeJobRequest.newBuilder()
                        .setJobId(jobId)
                        .setNonce(nonce)
                        .build())
                .getStatus();
    }

    private static PutJobSuccessResultRequest.Builder success(String jobId) {
        return PutJobSuccessResultRequest.newBuilder().setJobId(jobId);
    }

    private static String suite(JobData data) {
        return data.getInput().getConfigurationOrThrow("suite");
    }
}
