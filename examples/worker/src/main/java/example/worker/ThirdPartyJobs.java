package example.worker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJobData;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJobDetails;

/**
 * Jobs of a partner's action, which customers of many accounts use: a poll tells only whose a job is, and each request proves
 * with the customer's client token that the customer trusts this worker. There are no output variables.
 */
record ThirdPartyJobs(CodePipelineClient codePipeline, ActionTypeId actionType, ClientTokens clientTokens)
        implements Jobs {

    @Override
    public List<Offer> poll(int maxBatchSize) {
        return codePipeline
                .pollForThirdPartyJobs(
                        request -> request.actionTypeId(actionType).maxBatchSize(maxBatchSize))
                .jobs()
                .stream()
                .map(job -> new Offer(job.jobId(), "client " + job.clientId(), () -> details(job)))
                .toList();
    }

    private Job details(ThirdPartyJob job) throws IOException {
        String clientToken = clientTokens
                .of(job.clientId())
                .orElseThrow(() -> new NoSuchElementException("client " + job.clientId() + " is not in our records"));
        ThirdPartyJobDetails details = codePipeline
                .getThirdPartyJobDetails(request -> request.jobId(job.jobId()).clientToken(clientToken))
                .jobDetails();
        ThirdPartyJobData data = details.data();
        return new Job(
                job.jobId(),
                clientToken,
                details.nonce(),
                data.continuationToken(),
                Job.configuration(data.actionConfiguration()));
    }

    @Override
    public JobStatus acknowledge(Job job) {
        return codePipeline
                .acknowledgeThirdPartyJob(request ->
                        request.jobId(job.id()).clientToken(job.clientToken()).nonce(job.nonce()))
                .status();
    }

    @Override
    public void goOn(Job job, String continuationToken, ExecutionDetails details) {
        codePipeline.putThirdPartyJobSuccessResult(result -> result.jobId(job.id())
                .clientToken(job.clientToken())
                .continuationToken(continuationToken)
                .executionDetails(details));
    }

    @Override
    public void finish(
            Job job, CurrentRevision revision, ExecutionDetails details, Map<String, String> outputVariables) {
        codePipeline.putThirdPartyJobSuccessResult(result -> result.jobId(job.id())
                .clientToken(job.clientToken())
                .currentRevision(revision)
                .executionDetails(details));
    }

    @Override
    public void fail(Job job, FailureDetails failure) {
        codePipeline.putThirdPartyJobFailureResult(
                result -> result.jobId(job.id()).clientToken(job.clientToken()).failureDetails(failure));
    }
}
