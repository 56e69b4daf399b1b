package dev.jobport.wholeserver.knownworkers;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/** AWS's sample as it is configured for a custom action: the poll tells all there is to know. */
final class SampleCustomJobWorker extends SampleJobWorker {

    SampleCustomJobWorker(
            String name,
            int threads,
            CodePipelineClient codePipeline,
            ActionTypeId actionType,
            Agenda agenda,
            Ledger ledger) {
        super(name, threads, codePipeline, actionType, agenda, ledger);
    }

    @Override
    Duration pollInterval() {
        return Duration.ofSeconds(30);
    }

    @Override
    List<WorkItem> poll(int maxBatchSize) {
        return codePipeline
                .pollForJobs(request -> request.actionTypeId(actionType).maxBatchSize(maxBatchSize))
                .jobs()
                .stream()
                .map(job -> new WorkItem(job.id(), null, job.nonce(), job.data().continuationToken()))
                .toList();
    }

    @Override
    JobStatus acknowledge(WorkItem item) {
        return codePipeline
                .acknowledgeJob(request -> request.jobId(item.jobId()).nonce(item.nonce()))
                .status();
    }

    @Override
    void succeed(WorkItem item, String continuationToken, ExecutionDetails details) {
        codePipeline.putJobSuccessResult(request ->
                request.jobId(item.jobId()).continuationToken(continuationToken).executionDetails(details));
    }
}
