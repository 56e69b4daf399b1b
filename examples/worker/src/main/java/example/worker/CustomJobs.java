package example.worker;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/**
 * Jobs of one's own account's action: a poll tells all there is to know, and nothing has to be proved. (Credentials for
 * artifacts last 15 minutes; a worker that uses them calls GetJobDetails for others in time.)
 */
record CustomJobs(CodePipelineClient codePipeline, ActionTypeId actionType) implements Jobs {

    @Override
    public List<Offer> poll(int maxBatchSize) {
        return codePipeline
                .pollForJobs(request -> request.actionTypeId(actionType).maxBatchSize(maxBatchSize))
                .jobs()
                .stream()
                .map(job -> new Offer(job.id(), "account " + job.accountId(), () -> told(job)))
                .toList();
    }

    private static Job told(software.amazon.awssdk.services.codepipeline.model.Job job) {
        return new Job(
                job.id(),
                null,
                job.nonce(),
                job.data().continuationToken(),
                Job.configuration(job.data().actionConfiguration()));
    }

    @Override
    public JobStatus acknowledge(Job job) {
        return codePipeline
                .acknowledgeJob(request -> request.jobId(job.id()).nonce(job.nonce()))
                .status();
    }

    @Override
    public void goOn(Job job, String continuationToken, ExecutionDetails details) {
        codePipeline.putJobSuccessResult(result ->
                result.jobId(job.id()).continuationToken(continuationToken).executionDetails(details));
    }

    @Override
    public void finish(
            Job job, CurrentRevision revision, ExecutionDetails details, Map<String, String> outputVariables) {
        codePipeline.putJobSuccessResult(result -> result.jobId(job.id())
                .currentRevision(revision)
                .executionDetails(details)
                .outputVariables(outputVariables));
    }

    @Override
    public void fail(Job job, FailureDetails failure) {
        codePipeline.putJobFailureResult(result -> result.jobId(job.id()).failureDetails(failure));
    }
}
