package dev.jobport.junit;

import java.util.List;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.Job;

/** Job workers that do one thing when they are told to. */
final class Workers {

    static final String TYPE = "Custom/Build/Own/1";

    private static final ActionTypeId TYPE_ID = ActionTypeId.builder()
            .owner("Custom")
            .category("Build")
            .provider("Own")
            .version("1")
            .build();

    private Workers() {}

    static List<Job> poll(CodePipelineClient client) {
        return client.pollForJobs(it -> it.actionTypeId(TYPE_ID).maxBatchSize(1))
                .jobs();
    }

    static Job take(CodePipelineClient client) {
        Job job = poll(client).get(0);
        client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()));
        return job;
    }

    static void succeed(CodePipelineClient client, Job job) {
        client.putJobSuccessResult(it -> it.jobId(job.id()));
    }

    static void fail(CodePipelineClient client, Job job, String why) {
        client.putJobFailureResult(it -> it.jobId(job.id())
                .failureDetails(details -> details.type(FailureType.JOB_FAILED).message(why)));
    }

    /** Keeps the protocol. */
    static void soundly(CodePipelineClient client) {
        succeed(client, take(client));
    }

    /** Takes it for a failure of the job that somebody else has it. */
    static void takingAnothersJobForAFailure(CodePipelineClient client) {
        Job job = poll(client).get(0);
        try {
            client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()));
        } catch (InvalidNonceException e) {
            fail(client, job, "The job could not be acknowledged.");
        }
    }
}
