package interop;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClientBuilder;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJobDetails;

/** The story as the AWS SDK for Java v2 tells it. See interop/README.md for what it is given and what it prints. */
final class SdkV2 {

    private static final String TOKEN = System.getenv("CLIENT_TOKEN");

    private final CodePipelineClient client;

    private SdkV2(CodePipelineClient client) {
        this.client = client;
    }

    public static void main(String[] args) {
        System.out.println("client version " + VersionInfo.SDK_VERSION);
        try (CodePipelineClient client = at("ENDPOINT").build();
                CodePipelineClient lossy = at("LOSSY_ENDPOINT").build()) {
            SdkV2 worker = new SdkV2(client);
            worker.story();
            worker.failure();
            worker.errors();
            CustomV2.tell(client);
            try (CodePipelineClient operator =
                    signedBy(System.getenv("OPERATOR_ACCESS_KEY_ID"), System.getenv("OPERATOR_SECRET_ACCESS_KEY"))) {
                TypesV2.tell(client, operator);
            }
            throttle();
            worker.identity();
            new SdkV2(lossy).retry();
        }
    }

    private void story() {
        List<ThirdPartyJob> jobs = poll("story");
        step("story", "poll", jobs.size());
        ThirdPartyJobDetails first = details(jobs.get(0).jobId());
        step(
                "story",
                "details",
                first.data().actionConfiguration().configuration().get("suite"));
        step("story", "acknowledge", acknowledge(first));
        client.putThirdPartyJobSuccessResult(request -> request.jobId(first.id())
                .clientToken(TOKEN)
                .continuationToken("step-2")
                .executionDetails(details ->
                        details.summary("Half way").percentComplete(50).externalExecutionId("run-1")));
        step("story", "continue", "done");

        jobs = poll("story");
        step("story", "poll-again", jobs.size());
        ThirdPartyJobDetails second = details(jobs.get(0).jobId());
        step("story", "details-again", second.data().continuationToken());
        step("story", "acknowledge-again", acknowledge(second));
        client.putThirdPartyJobSuccessResult(request -> request.jobId(second.id())
                .clientToken(TOKEN)
                .executionDetails(details -> details.summary("Green").percentComplete(100)));
        step("story", "succeed", "done");
        step("story", "poll-last", poll("story").size());
    }

    private void failure() {
        List<ThirdPartyJob> jobs = poll("failure");
        step("failure", "poll", jobs.size());
        ThirdPartyJobDetails job = details(jobs.get(0).jobId());
        step("failure", "acknowledge", acknowledge(job));
        client.putThirdPartyJobFailureResult(request -> request.jobId(job.id())
                .clientToken(TOKEN)
                .failureDetails(details -> details.type(FailureType.JOB_FAILED).message("2 tests are red")));
        step("failure", "fail", "done");
    }

    private void errors() {
        String jobId = poll("errors").get(0).jobId();
        step("errors", "unknown-action-type", refusal(() -> poll("unknown")));
        ActionTypeId malformed =
                actionType("errors").toBuilder().provider("not a name").build();
        step(
                "errors",
                "malformed-provider",
                refusal(() -> client.pollForThirdPartyJobs(request -> request.actionTypeId(malformed))));
        step("errors", "unknown-job", refusal(() -> details(UUID.randomUUID().toString())));
        step(
                "errors",
                "wrong-client-token",
                refusal(() -> client.getThirdPartyJobDetails(
                        request -> request.jobId(jobId).clientToken("not-the-token"))));
        step(
                "errors",
                "wrong-nonce",
                refusal(() -> client.acknowledgeThirdPartyJob(
                        request -> request.jobId(jobId).nonce("1").clientToken(TOKEN))));
        step("errors", "unacknowledged-job", refusal(() -> succeed(jobId)));
        step("errors", "custom-job", refusal(() -> details(System.getenv("CUSTOM_JOB_ID"))));
    }

    private static void throttle() {
        try (CodePipelineClient hasty = at("THROTTLED_ENDPOINT")
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build()) {
            step(
                    "throttle",
                    "too-fast",
                    Stream.generate(() -> refusal(() -> new SdkV2(hasty).poll("unknown")))
                            .limit(5)
                            .filter(seen -> seen.contains("Throttling"))
                            .findFirst()
                            .orElse("nothing"));
        }
    }

    private void identity() {
        String jobId = poll("identity").get(0).jobId();
        try (CodePipelineClient forger = signedBy(System.getenv("AWS_ACCESS_KEY_ID"), "not-the-secret");
                CodePipelineClient stranger = signedBy("AKIDSTRANGER", System.getenv("AWS_SECRET_ACCESS_KEY"));
                CodePipelineClient partner =
                        signedBy(System.getenv("PARTNER_ACCESS_KEY_ID"), System.getenv("PARTNER_SECRET_ACCESS_KEY"))) {
            step("identity", "wrong-secret", refusal(() -> new SdkV2(forger).details(jobId)));
            step("identity", "unknown-key", refusal(() -> new SdkV2(stranger).details(jobId)));
            step("identity", "another-partner-polls", refusal(() -> new SdkV2(partner).poll("identity")));
            step("identity", "another-partner-asks", refusal(() -> new SdkV2(partner).details(jobId)));
        }
    }

    private void retry() {
        List<ThirdPartyJob> jobs = poll("retry");
        step("retry", "poll", jobs.size());
        ThirdPartyJobDetails job = details(jobs.get(0).jobId());
        step("retry", "acknowledge", acknowledge(job));
        step("retry", "succeed", refusal(() -> succeed(job.id())));
    }

    private List<ThirdPartyJob> poll(String version) {
        return client.pollForThirdPartyJobs(
                        request -> request.actionTypeId(actionType(version)).maxBatchSize(1))
                .jobs();
    }

    private ThirdPartyJobDetails details(String jobId) {
        return client.getThirdPartyJobDetails(request -> request.jobId(jobId).clientToken(TOKEN))
                .jobDetails();
    }

    private String acknowledge(ThirdPartyJobDetails job) {
        return client.acknowledgeThirdPartyJob(
                        request -> request.jobId(job.id()).nonce(job.nonce()).clientToken(TOKEN))
                .statusAsString();
    }

    private void succeed(String jobId) {
        client.putThirdPartyJobSuccessResult(request -> request.jobId(jobId).clientToken(TOKEN));
    }

    /** The class of the exception if it is the error's own, otherwise only the error's code. */
    static String refusal(Runnable call) {
        try {
            call.run();
            return "done";
        } catch (CodePipelineException e) {
            String code = e.awsErrorDetails().errorCode();
            return e.getClass().getSimpleName().equals(code) ? code : "code:" + code;
        }
    }

    static ActionTypeId actionType(String version) {
        return ActionTypeId.builder()
                .category(ActionCategory.TEST)
                .owner(ActionOwner.THIRD_PARTY)
                .provider(System.getenv("PROVIDER"))
                .version(version)
                .build();
    }

    private static CodePipelineClientBuilder at(String endpoint) {
        return CodePipelineClient.builder().endpointOverride(URI.create(System.getenv(endpoint)));
    }

    private static CodePipelineClient signedBy(String accessKeyId, String secretAccessKey) {
        return at("ENDPOINT")
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey)))
                .build();
    }

    static void step(String chapter, String name, Object seen) {
        System.out.println(chapter + " " + name + " " + seen);
    }
}
