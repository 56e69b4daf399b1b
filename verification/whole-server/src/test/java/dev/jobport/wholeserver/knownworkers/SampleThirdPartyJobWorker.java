package dev.jobport.wholeserver.knownworkers;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;

/** AWS's sample as it is configured for a third-party action: it asks for the details of all that a poll told. */
final class SampleThirdPartyJobWorker extends SampleJobWorker {

    private final UnaryOperator<String> clientTokens;

    /** @param clientTokens the secret of each client id */
    SampleThirdPartyJobWorker(
            String name,
            int threads,
            CodePipelineClient codePipeline,
            ActionTypeId actionType,
            UnaryOperator<String> clientTokens,
            Agenda agenda,
            Ledger ledger) {
        super(name, threads, codePipeline, actionType, agenda, ledger);
        this.clientTokens = clientTokens;
    }

    @Override
    Duration pollInterval() {
        return Duration.ofSeconds(1);
    }

    @Override
    List<WorkItem> poll(int maxBatchSize) {
        return codePipeline
                .pollForThirdPartyJobs(
                        request -> request.actionTypeId(actionType).maxBatchSize(maxBatchSize))
                .jobs()
                .stream()
                .map(this::item)
                .toList();
    }

    private WorkItem item(ThirdPartyJob job) {
        var details = codePipeline
                .getThirdPartyJobDetails(
                        request -> request.jobId(job.jobId()).clientToken(clientTokens.apply(job.clientId())))
                .jobDetails();
        return new WorkItem(
                job.jobId(), job.clientId(), details.nonce(), details.data().continuationToken());
    }

    @Override
    JobStatus acknowledge(WorkItem item) {
        return codePipeline
                .acknowledgeThirdPartyJob(request -> request.jobId(item.jobId())
                        .nonce(item.nonce())
                        .clientToken(clientTokens.apply(item.clientId())))
                .status();
    }

    @Override
    void succeed(WorkItem item, String continuationToken, ExecutionDetails details) {
        codePipeline.putThirdPartyJobSuccessResult(request -> request.jobId(item.jobId())
                .clientToken(clientTokens.apply(item.clientId()))
                .continuationToken(continuationToken)
                .executionDetails(details));
    }
}
