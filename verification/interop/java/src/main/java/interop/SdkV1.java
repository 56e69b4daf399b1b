package interop;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.codepipeline.AWSCodePipeline;
import com.amazonaws.services.codepipeline.AWSCodePipelineClientBuilder;
import com.amazonaws.services.codepipeline.model.AWSCodePipelineException;
import com.amazonaws.services.codepipeline.model.AcknowledgeThirdPartyJobRequest;
import com.amazonaws.services.codepipeline.model.ActionCategory;
import com.amazonaws.services.codepipeline.model.ActionOwner;
import com.amazonaws.services.codepipeline.model.ActionTypeId;
import com.amazonaws.services.codepipeline.model.ExecutionDetails;
import com.amazonaws.services.codepipeline.model.FailureDetails;
import com.amazonaws.services.codepipeline.model.FailureType;
import com.amazonaws.services.codepipeline.model.GetThirdPartyJobDetailsRequest;
import com.amazonaws.services.codepipeline.model.PollForThirdPartyJobsRequest;
import com.amazonaws.services.codepipeline.model.PutThirdPartyJobFailureResultRequest;
import com.amazonaws.services.codepipeline.model.PutThirdPartyJobSuccessResultRequest;
import com.amazonaws.services.codepipeline.model.ThirdPartyJob;
import com.amazonaws.services.codepipeline.model.ThirdPartyJobDetails;
import com.amazonaws.util.VersionInfoUtils;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The story as the AWS SDK for Java v1 tells it. See interop/README.md for what it is given and what it prints. */
final class SdkV1 {

    private static final String TOKEN = System.getenv("CLIENT_TOKEN");

    private final AWSCodePipeline client;

    private SdkV1(AWSCodePipeline client) {
        this.client = client;
    }

    public static void main(String[] args) {
        System.out.println("client version " + VersionInfoUtils.getVersion());
        SdkV1 worker = new SdkV1(at("ENDPOINT").build());
        worker.story();
        worker.failure();
        worker.errors();
        CustomV1.tell(worker.client);
        SdkV1 operator = signedBy(System.getenv("OPERATOR_ACCESS_KEY_ID"), System.getenv("OPERATOR_SECRET_ACCESS_KEY"));
        TypesV1.tell(worker.client, operator.client);
        throttle();
        worker.identity();
        new SdkV1(at("LOSSY_ENDPOINT").build()).retry();
    }

    private void story() {
        List<ThirdPartyJob> jobs = poll("story");
        step("story", "poll", jobs.size());
        ThirdPartyJobDetails first = details(jobs.get(0).getJobId());
        step(
                "story",
                "details",
                first.getData().getActionConfiguration().getConfiguration().get("suite"));
        step("story", "acknowledge", acknowledge(first));
        client.putThirdPartyJobSuccessResult(success(first.getId())
                .withContinuationToken("step-2")
                .withExecutionDetails(new ExecutionDetails()
                        .withSummary("Half way")
                        .withPercentComplete(50)
                        .withExternalExecutionId("run-1")));
        step("story", "continue", "done");

        jobs = poll("story");
        step("story", "poll-again", jobs.size());
        ThirdPartyJobDetails second = details(jobs.get(0).getJobId());
        step("story", "details-again", second.getData().getContinuationToken());
        step("story", "acknowledge-again", acknowledge(second));
        client.putThirdPartyJobSuccessResult(success(second.getId())
                .withExecutionDetails(
                        new ExecutionDetails().withSummary("Green").withPercentComplete(100)));
        step("story", "succeed", "done");
        step("story", "poll-last", poll("story").size());
    }

    private void failure() {
        List<ThirdPartyJob> jobs = poll("failure");
        step("failure", "poll", jobs.size());
        ThirdPartyJobDetails job = details(jobs.get(0).getJobId());
        step("failure", "acknowledge", acknowledge(job));
        client.putThirdPartyJobFailureResult(new PutThirdPartyJobFailureResultRequest()
                .withJobId(job.getId())
                .withClientToken(TOKEN)
                .withFailureDetails(
                        new FailureDetails().withType(FailureType.JobFailed).withMessage("2 tests are red")));
        step("failure", "fail", "done");
    }

    private void errors() {
        String jobId = poll("errors").get(0).getJobId();
        step("errors", "unknown-action-type", refusal(() -> poll("unknown")));
        PollForThirdPartyJobsRequest malformed = new PollForThirdPartyJobsRequest()
                .withActionTypeId(actionType("errors").withProvider("not a name"));
        step("errors", "malformed-provider", refusal(() -> client.pollForThirdPartyJobs(malformed)));
        step("errors", "unknown-job", refusal(() -> details(UUID.randomUUID().toString())));
        step(
                "errors",
                "wrong-client-token",
                refusal(() -> client.getThirdPartyJobDetails(
                        new GetThirdPartyJobDetailsRequest().withJobId(jobId).withClientToken("not-the-token"))));
        step(
                "errors",
                "wrong-nonce",
                refusal(() -> client.acknowledgeThirdPartyJob(new AcknowledgeThirdPartyJobRequest()
                        .withJobId(jobId)
                        .withNonce("1")
                        .withClientToken(TOKEN))));
        step("errors", "unacknowledged-job", refusal(() -> client.putThirdPartyJobSuccessResult(success(jobId))));
        step("errors", "custom-job", refusal(() -> details(System.getenv("CUSTOM_JOB_ID"))));
    }

    private static void throttle() {
        ClientConfiguration once = new ClientConfiguration().withMaxErrorRetry(0);
        SdkV1 hasty =
                new SdkV1(at("THROTTLED_ENDPOINT").withClientConfiguration(once).build());
        step(
                "throttle",
                "too-fast",
                Stream.generate(() -> refusal(() -> hasty.poll("unknown")))
                        .limit(5)
                        .filter(seen -> seen.contains("Throttling"))
                        .findFirst()
                        .orElse("nothing"));
    }

    private void identity() {
        String jobId = poll("identity").get(0).getJobId();
        SdkV1 forger = signedBy(System.getenv("AWS_ACCESS_KEY_ID"), "not-the-secret");
        step("identity", "wrong-secret", refusal(() -> forger.details(jobId)));
        SdkV1 stranger = signedBy("AKIDSTRANGER", System.getenv("AWS_SECRET_ACCESS_KEY"));
        step("identity", "unknown-key", refusal(() -> stranger.details(jobId)));
        SdkV1 partner = signedBy(System.getenv("PARTNER_ACCESS_KEY_ID"), System.getenv("PARTNER_SECRET_ACCESS_KEY"));
        step("identity", "another-partner-polls", refusal(() -> partner.poll("identity")));
        step("identity", "another-partner-asks", refusal(() -> partner.details(jobId)));
    }

    private void retry() {
        List<ThirdPartyJob> jobs = poll("retry");
        step("retry", "poll", jobs.size());
        ThirdPartyJobDetails job = details(jobs.get(0).getJobId());
        step("retry", "acknowledge", acknowledge(job));
        step("retry", "succeed", refusal(() -> client.putThirdPartyJobSuccessResult(success(job.getId()))));
    }

    private List<ThirdPartyJob> poll(String version) {
        return client.pollForThirdPartyJobs(new PollForThirdPartyJobsRequest()
                        .withActionTypeId(actionType(version))
                        .withMaxBatchSize(1))
                .getJobs();
    }

    private ThirdPartyJobDetails details(String jobId) {
        return client.getThirdPartyJobDetails(
                        new GetThirdPartyJobDetailsRequest().withJobId(jobId).withClientToken(TOKEN))
                .getJobDetails();
    }

    private String acknowledge(ThirdPartyJobDetails job) {
        return client.acknowledgeThirdPartyJob(new AcknowledgeThirdPartyJobRequest()
                        .withJobId(job.getId())
                        .withNonce(job.getNonce())
                        .withClientToken(TOKEN))
                .getStatus();
    }

    private static PutThirdPartyJobSuccessResultRequest success(String jobId) {
        return new PutThirdPartyJobSuccessResultRequest().withJobId(jobId).withClientToken(TOKEN);
    }

    /** The class of the exception if it is the error's own, otherwise only the error's code. */
    static String refusal(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (AWSCodePipelineException e) {
            String code = e.getErrorCode();
            return e.getClass().getSimpleName().equals(code) ? code : "code:" + code;
        }
    }

    static ActionTypeId actionType(String version) {
        return new ActionTypeId()
                .withCategory(ActionCategory.Test)
                .withOwner(ActionOwner.ThirdParty)
                .withProvider(System.getenv("PROVIDER"))
                .withVersion(version);
    }

    private static AWSCodePipelineClientBuilder at(String endpoint) {
        return AWSCodePipelineClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(System.getenv(endpoint), System.getenv("AWS_REGION")));
    }

    private static SdkV1 signedBy(String accessKeyId, String secretAccessKey) {
        return new SdkV1(at("ENDPOINT")
                .withCredentials(
                        new AWSStaticCredentialsProvider(new BasicAWSCredentials(accessKeyId, secretAccessKey)))
                .build());
    }

    static void step(String chapter, String name, Object seen) {
        System.out.println(chapter + " " + name + " " + seen);
    }
}
