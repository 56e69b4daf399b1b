package interop;

import static interop.SdkV2.refusal;
import static interop.SdkV2.step;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.Job;

/** The chapters of custom actions as the AWS SDK for Java v2 tells them. */
final class CustomV2 {

    private final CodePipelineClient client;

    private CustomV2(CodePipelineClient client) {
        this.client = client;
    }

    static void tell(CodePipelineClient client) {
        CustomV2 worker = new CustomV2(client);
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
                first.data().actionConfiguration().configuration().get("suite"));
        var details = client.getJobDetails(request -> request.jobId(first.id())).jobDetails();
        step(
                "custom",
                "details",
                details.data().actionConfiguration().configuration().get("suite"));
        step("custom", "acknowledge", acknowledge(first));
        client.putJobSuccessResult(request -> request.jobId(first.id())
                .continuationToken("step-2")
                .executionDetails(execution ->
                        execution.summary("Half way").percentComplete(50).externalExecutionId("run-1")));
        step("custom", "continue", "done");

        jobs = poll("custom");
        step("custom", "poll-again", jobs.size());
        Job second = jobs.get(0);
        step("custom", "poll-data-again", second.data().continuationToken());
        step("custom", "acknowledge-again", acknowledge(second));
        client.putJobSuccessResult(request -> request.jobId(second.id())
                .executionDetails(execution -> execution.summary("Green").percentComplete(100))
                .outputVariables(Map.of("Commit", "c0ffee")));
        step("custom", "succeed", "done");
        step("custom", "poll-last", poll("custom").size());
    }

    private void failure() {
        List<Job> jobs = poll("c-failure");
        step("c-failure", "poll", jobs.size());
        step("c-failure", "acknowledge", acknowledge(jobs.get(0)));
        client.putJobFailureResult(request -> request.jobId(jobs.get(0).id())
                .failureDetails(details -> details.type(FailureType.JOB_FAILED).message("2 tests are red")));
        step("c-failure", "fail", "done");
    }

    private void errors() {
        String jobId = poll("c-errors").get(0).id();
        step("c-errors", "unknown-action-type", refusal(() -> pollWithoutQuery("unknown")));
        step("c-errors", "query-missing", refusal(() -> pollWithoutQuery("c-errors")));
        String unknown = UUID.randomUUID().toString();
        step("c-errors", "unknown-job", refusal(() -> client.getJobDetails(request -> request.jobId(unknown))));
        step(
                "c-errors",
                "wrong-nonce",
                refusal(() ->
                        client.acknowledgeJob(request -> request.jobId(jobId).nonce("1"))));
        step(
                "c-errors",
                "unacknowledged-job",
                refusal(() -> client.putJobSuccessResult(request -> request.jobId(jobId))));
        Map<String, String> large = Map.of("Large", "x".repeat(125_000));
        step(
                "c-errors",
                "too-many-variables",
                refusal(() -> client.putJobSuccessResult(
                        request -> request.jobId(jobId).outputVariables(large))));
    }

    private List<Job> poll(String version) {
        return client.pollForJobs(request -> request.actionTypeId(actionType(version))
                        .maxBatchSize(1)
                        .queryParam(Map.of("suite", "smoke")))
                .jobs();
    }

    private void pollWithoutQuery(String version) {
        client.pollForJobs(request -> request.actionTypeId(actionType(version)));
    }

    private String acknowledge(Job job) {
        return client.acknowledgeJob(request -> request.jobId(job.id()).nonce(job.nonce()))
                .statusAsString();
    }

    private static ActionTypeId actionType(String version) {
        return SdkV2.actionType(version).toBuilder().owner(ActionOwner.CUSTOM).build();
    }
}
