package interop;

import static interop.GrpcConnection.refusal;
import static interop.SdkV2.step;

import dev.jobport.adapters.grpc.generated.JobWorkersWire.AcknowledgeThirdPartyJobRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.FailureDetails;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.FailureType;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.GetThirdPartyJobDetailsResponse;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PollForThirdPartyJobsRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobFailureResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.PutThirdPartyJobSuccessResultRequest;
import dev.jobport.adapters.grpc.generated.JobWorkersWire.ThirdPartyJob;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc;
import dev.jobport.adapters.grpc.generated.ThirdPartyJobWorkersGrpc.ThirdPartyJobWorkersBlockingStub;
import dev.jobport.adapters.grpc.generated.Wire.ActionCategory;
import dev.jobport.adapters.grpc.generated.Wire.ActionOwner;
import dev.jobport.adapters.grpc.generated.Wire.ActionTypeId;
import dev.jobport.adapters.grpc.generated.Wire.ExecutionDetails;
import dev.jobport.adapters.grpc.generated.Wire.JobStatus;
import io.grpc.Channel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The story as grpc-java tells it with what is generated from the .proto files. See interop/README.md for what it is
 * given and what it prints.
 */
final class GrpcStory {

    private static final String TOKEN = System.getenv("CLIENT_TOKEN");

    private final ThirdPartyJobWorkersBlockingStub client;

    private GrpcStory(GrpcConnection connection) {
        this.client = ThirdPartyJobWorkersGrpc.newBlockingStub(connection.channel());
    }

    public static void main(String[] args) {
        System.out.println("client version " + Channel.class.getPackage().getImplementationVersion());
        String token = System.getenv("AWS_SECRET_ACCESS_KEY");
        try (GrpcConnection connection = at("ENDPOINT", token);
                GrpcConnection operator = at("ENDPOINT", System.getenv("OPERATOR_SECRET_ACCESS_KEY"));
                GrpcConnection throttled = at("THROTTLED_ENDPOINT", token);
                GrpcConnection lossy = at("LOSSY_ENDPOINT", token)) {
            GrpcStory worker = new GrpcStory(connection);
            worker.story();
            worker.failure();
            worker.errors();
            GrpcCustom.tell(connection.channel());
            GrpcTypes.tell(connection.channel(), operator.channel());
            new GrpcStory(throttled).throttle();
            worker.identity();
            new GrpcStory(lossy).retry();
        }
    }

    private void story() {
        List<ThirdPartyJob> jobs = poll("story");
        step("story", "poll", jobs.size());
        GetThirdPartyJobDetailsResponse first = details(jobs.get(0).getJobId());
        step("story", "details", first.getData().getInput().getConfigurationOrThrow("suite"));
        step("story", "acknowledge", acknowledge(first));
        client.putThirdPartyJobSuccessResult(success(first.getJobId())
                .setContinuationToken("step-2")
                .setExecutionDetails(ExecutionDetails.newBuilder()
                        .setSummary("Half way")
                        .setPercentComplete(50)
                        .setExternalExecutionId("run-1"))
                .build());
        step("story", "continue", "done");

        jobs = poll("story");
        step("story", "poll-again", jobs.size());
        GetThirdPartyJobDetailsResponse second = details(jobs.get(0).getJobId());
        step("story", "details-again", second.getData().getContinuationToken());
        step("story", "acknowledge-again", acknowledge(second));
        client.putThirdPartyJobSuccessResult(success(second.getJobId())
                .setExecutionDetails(
                        ExecutionDetails.newBuilder().setSummary("Green").setPercentComplete(100))
                .build());
        step("story", "succeed", "done");
        step("story", "poll-last", poll("story").size());
    }

    private void failure() {
        List<ThirdPartyJob> jobs = poll("failure");
        step("failure", "poll", jobs.size());
        GetThirdPartyJobDetailsResponse job = details(jobs.get(0).getJobId());
        step("failure", "acknowledge", acknowledge(job));
        client.putThirdPartyJobFailureResult(PutThirdPartyJobFailureResultRequest.newBuilder()
                .setJobId(job.getJobId())
                .setClientToken(TOKEN)
                .setFailureDetails(FailureDetails.newBuilder()
                        .setType(FailureType.FAILURE_TYPE_JOB_FAILED)
                        .setMessage("2 tests are red"))
                .build());
        step("failure", "fail", "done");
    }

    private void errors() {
        String jobId = poll("errors").get(0).getJobId();
        step("errors", "unknown-action-type", refusal(() -> poll("unknown")));
        ActionTypeId malformed =
                actionType("errors").toBuilder().setProvider("not a name").build();
        step("errors", "malformed-provider", refusal(() -> poll(malformed)));
        step("errors", "unknown-job", refusal(() -> details(UUID.randomUUID().toString())));
        step("errors", "wrong-client-token", refusal(() -> details(jobId, "not-the-token")));
        step("errors", "wrong-nonce", refusal(() -> acknowledge(jobId, "1")));
        step("errors", "unacknowledged-job", refusal(() -> succeed(jobId)));
        step("errors", "custom-job", refusal(() -> details(System.getenv("CUSTOM_JOB_ID"))));
    }

    private void throttle() {
        step(
                "throttle",
                "too-fast",
                Stream.generate(() -> refusal(() -> poll("unknown")))
                        .limit(5)
                        .filter(seen -> seen.contains("Throttling"))
                        .findFirst()
                        .orElse("nothing"));
    }

    private void identity() {
        String jobId = poll("identity").get(0).getJobId();
        try (GrpcConnection nobody = at("ENDPOINT", "");
                GrpcConnection stranger = at("ENDPOINT", "not-the-token");
                GrpcConnection partner = at("ENDPOINT", System.getenv("PARTNER_SECRET_ACCESS_KEY"))) {
            step("identity", "no-token", refusal(() -> new GrpcStory(nobody).details(jobId)));
            step("identity", "wrong-token", refusal(() -> new GrpcStory(stranger).details(jobId)));
            step("identity", "another-partner-polls", refusal(() -> new GrpcStory(partner).poll("identity")));
            step("identity", "another-partner-asks", refusal(() -> new GrpcStory(partner).details(jobId)));
        }
    }

    private void retry() {
        List<ThirdPartyJob> jobs = poll("retry");
        step("retry", "poll", jobs.size());
        GetThirdPartyJobDetailsResponse job = details(jobs.get(0).getJobId());
        step("retry", "acknowledge", acknowledge(job));
        step("retry", "succeed", refusal(() -> succeed(job.getJobId())));
    }

    private List<ThirdPartyJob> poll(String version) {
        return poll(actionType(version));
    }

    private List<ThirdPartyJob> poll(ActionTypeId type) {
        return client.pollForThirdPartyJobs(PollForThirdPartyJobsRequest.newBuilder()
                        .setActionTypeId(type)
                        .setMaxBatchSize(1)
                        .build())
                .getJobsList();
    }

    private GetThirdPartyJobDetailsResponse details(String jobId) {
        return details(jobId, TOKEN);
    }

    private GetThirdPartyJobDetailsResponse details(String jobId, String clientToken) {
        return client.getThirdPartyJobDetails(GetThirdPartyJobDetailsRequest.newBuilder()
                .setJobId(jobId)
                .setClientToken(clientToken)
                .build());
    }

    private JobStatus acknowledge(GetThirdPartyJobDetailsResponse job) {
        return acknowledge(job.getJobId(), job.getNonce());
    }

    private JobStatus acknowledge(String jobId, String nonce) {
        return client.acknowledgeThirdPartyJob(AcknowledgeThirdPartyJobRequest.newBuilder()
                        .setJobId(jobId)
                        .setNonce(nonce)
                        .setClientToken(TOKEN)
                        .build())
                .getStatus();
    }

    private void succeed(String jobId) {
        client.putThirdPartyJobSuccessResult(success(jobId).build());
    }

    private static PutThirdPartyJobSuccessResultRequest.Builder success(String jobId) {
        return PutThirdPartyJobSuccessResultRequest.newBuilder().setJobId(jobId).setClientToken(TOKEN);
    }

    static ActionTypeId actionType(String version) {
        return ActionTypeId.newBuilder()
                .setCategory(ActionCategory.ACTION_CATEGORY_TEST)
                .setOwner(ActionOwner.ACTION_OWNER_THIRD_PARTY)
                .setProvider(System.getenv("PROVIDER"))
                .setVersion(version)
                .build();
    }

    private static GrpcConnection at(String endpoint, String token) {
        return new GrpcConnection(System.getenv(endpoint), token);
    }
}
