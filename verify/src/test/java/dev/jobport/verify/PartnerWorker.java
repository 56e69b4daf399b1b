package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.io.UncheckedIOException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;

/** A sound worker of a third party's actions, each of whose steps a sinner may take otherwise. */
class PartnerWorker extends WorkerThread {

    static final String TYPE = "ThirdParty/Test/Acme/1";

    private static final ActionTypeId TYPE_ID = ActionTypeId.builder()
            .category("Test")
            .owner("ThirdParty")
            .provider("Acme")
            .version("1")
            .build();

    final CodePipelineClient client = client(5, Duration.ofSeconds(5)).build();

    PartnerWorker(Lab lab) {
        super(lab);
    }

    @Override
    void run() {
        do {
            try {
                client.pollForThirdPartyJobs(poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(1))
                        .jobs()
                        .forEach(this::serve);
            } catch (SdkException | UncheckedIOException e) {
                // the next poll may go better
            }
        } while (goesOn(50));
    }

    /** From its own records. */
    String token(ThirdPartyJob job) {
        return lab.clients().stream()
                .filter(it -> it.id().equals(job.clientId()))
                .findFirst()
                .orElseThrow()
                .token();
    }

    void serve(ThirdPartyJob job) {
        String nonce = client.getThirdPartyJobDetails(
                        it -> it.jobId(job.jobId()).clientToken(token(job)))
                .jobDetails()
                .nonce();
        try {
            JobStatus status = client.acknowledgeThirdPartyJob(
                            it -> it.jobId(job.jobId()).nonce(nonce).clientToken(token(job)))
                    .status();
            if (status == JobStatus.IN_PROGRESS) {
                report(job);
            }
        } catch (InvalidNonceException e) {
            // somebody else has it
        }
    }

    void report(ThirdPartyJob job) {
        persistently(
                5,
                () -> client.putThirdPartyJobSuccessResult(it -> it.jobId(job.jobId())
                        .clientToken(token(job))
                        .executionDetails(details -> details.summary("Tested."))));
    }
}
