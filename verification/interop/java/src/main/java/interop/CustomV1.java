package interop;

import static interop.SdkV1.refusal;
import static interop.SdkV1.step;

import com.amazonaws.services.codepipeline.AWSCodePipeline;
import com.amazonaws.services.codepipeline.model.AcknowledgeJobRequest;
import com.amazonaws.services.codepipeline.model.ActionOwner;
import com.amazonaws.services.codepipeline.model.ActionTypeId;
import com.amazonaws.services.codepipeline.model.ExecutionDetails;
import com.amazonaws.services.codepipeline.model.FailureDetails;
import com.amazonaws.services.codepipeline.model.FailureType;
import com.amazonaws.services.codepipeline.model.GetJobDetailsRequest;
import com.amazonaws.services.codepipeline.model.Job;
import com.amazonaws.services.codepipeline.model.JobDetails;
import com.amazonaws.services.codepipeline.model.PollForJobsRequest;
import com.amazonaws.services.codepipeline.model.PutJobFailureResultRequest;
import com.amazonaws.services.codepipeline.model.PutJobSuccessResultRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chapters of custom actions as the AWS SDK for Java v1 tells them. */
final class CustomV1 {

    private final AWSCodePipeline client;

    private CustomV1(AWSCodePipeline client) {
        this.client = client;
    }

    static void tell(AWSCodePipeline client) {
        CustomV1 worker = new CustomV1(client);
        worker.story();
        worker.failure();
        worker.errors();
    }

    private void story() {
        List<Job> jobs = poll("custom");
        step("custom", "poll", jobs.size());
        Job first = jobs.get(0);
        step(
                "custom",
                "poll-data",
                first.getData().getActionConfiguration().getConfiguration().get("suite"));
        JobDetails details = details(first.getId());
        step(
                "custom",
                "details",
                details.getData().getActionConfiguration().getConfiguration().get("suite"));
        step("custom", "acknowledge", acknowledge(first));
        client.putJobSuccessResult(success(first.getId())
                .withContinuationToken("step-2")
                .withExecutionDetails(new ExecutionDetails()
                        .withSummary("Half way")
                        .withPercentComplete(50)
                        .withExternalExecutionId("run-1")));
        step("custom", "continue", "done");

        jobs = poll("custom");
        step("custom", "poll-again", jobs.size());
        Job second = jobs.get(0);
        step("custom", "poll-data-again", second.getData().getContinuationToken());
        step("custom", "acknowledge-again", acknowledge(second));
        client.putJobSuccessResult(success(second.getId())
                .withExecutionDetails(
                        new ExecutionDetails().withSummary("Green").withPercentComplete(100))
                .withOutputVariables(Map.of("Commit", "c0ffee")));
        step("custom", "succeed", "done");
        step("custom", "poll-last", poll("custom").size());
    }

    private void failure() {
        List<Job> jobs = poll("c-failure");
        step("c-failure", "poll", jobs.size());
        step("c-failure", "acknowledge", acknowledge(jobs.get(0)));
        client.putJobFailureResult(new PutJobFailureResultRequest()
                .withJobId(jobs.get(0).getId())
                .withFailureDetails(
                        new FailureDetails().withType(FailureType.JobFailed).withMessage("2 tests are red")));
        step("c-failure", "fail", "done");
    }

    private void errors() {
        String jobId = poll("c-errors").get(0).getId();
        step("c-errors", "unknown-action-type", refusal(() -> pollWithoutQuery("unknown")));
        step("c-errors", "query-missing", refusal(() -> pollWithoutQuery("c-errors")));
        step("c-errors", "unknown-job", refusal(() -> details(UUID.randomUUID().toString())));
        step(
                "c-errors",
                "wrong-nonce",
                refusal(() -> client.acknowledgeJob(
                        new AcknowledgeJobRequest().withJobId(jobId).withNonce("1"))));
        step("c-errors", "unacknowledged-job", refusal(() -> client.putJobSuccessResult(success(jobId))));
        Map<String, String> large = Map.of("Large", "x".repeat(125_000));
        step(
                "c-errors",
                "too-many-variables",
                refusal(() -> client.putJobSuccessResult(success(jobId).withOutputVariables(large))));
    }

    private List<Job> poll(String version) {
        return client.pollForJobs(new PollForJobsRequest()
                        .withActionTypeId(actionType(version))
                        .withMaxBatchSize(1)
                        .withQueryParam(Map.of("suite", "smoke")))
                .getJobs();
    }

    private void pollWithoutQuery(String version) {
        client.pollForJobs(new PollForJobsRequest().withActionTypeId(actionType(version)));
    }

    private JobDetails details(String jobId) {
        return client.getJobDetails(new GetJobDetailsRequest().withJobId(jobId)).getJobDetails();
    }

    private String acknowledge(Job job) {
        return client.acknowledgeJob(
                        new AcknowledgeJobRequest().withJobId(job.getId()).withNonce(job.getNonce()))
                .getStatus();
    }

    private static PutJobSuccessResultRequest success(String jobId) {
        return new PutJobSuccessResultRequest().withJobId(jobId);
    }

    private static ActionTypeId actionType(String version) {
        return SdkV1.actionType(version).withOwner(ActionOwner.Custom);
    }
}
