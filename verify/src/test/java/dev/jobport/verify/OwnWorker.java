package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;

/** A sound worker of custom actions, each of whose steps a sinner may take otherwise. */
class OwnWorker extends WorkerThread {

    static final String TYPE = "Custom/Build/Own/1";

    static final ActionTypeId TYPE_ID = ActionTypeId.builder()
            .category("Build")
            .owner("Custom")
            .provider("Own")
            .version("1")
            .build();

    final CodePipelineClient client;
    private final int attempts;

    OwnWorker(Lab lab) {
        this(lab, 5);
    }

    /** @param attempts how often a call is sent that does not get through */
    OwnWorker(Lab lab, int attempts) {
        this(lab, attempts, Duration.ofSeconds(5));
    }

    OwnWorker(Lab lab, int attempts, Duration timeout) {
        super(lab);
        this.attempts = attempts;
        this.client = client(attempts, timeout).build();
    }

    @Override
    void run() {
        long wait = pause();
        do {
            try {
                poll().forEach(this::serve);
                wait = pause();
            } catch (SdkException | UncheckedIOException e) {
                wait = pauseAfter(e, wait);
            }
        } while (goesOn(wait));
    }

    long pause() {
        return 50;
    }

    long pauseAfter(RuntimeException error, long before) {
        return Math.min(2 * before, 1_000);
    }

    List<Job> poll() {
        return client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(1))
                .jobs();
    }

    void serve(Job job) {
        if (acknowledge(job)) {
            report(job);
        }
    }

    boolean acknowledge(Job job) {
        try {
            return mayWork(take(job, job.nonce()));
        } catch (InvalidNonceException e) {
            lost(job);
            return false;
        }
    }

    JobStatus take(Job job, String nonce) {
        return client.acknowledgeJob(it -> it.jobId(job.id()).nonce(nonce)).status();
    }

    boolean mayWork(JobStatus status) {
        return status == JobStatus.IN_PROGRESS;
    }

    /** Somebody else has it. */
    void lost(Job job) {}

    void report(Job job) {
        work(job);
        try {
            if (hasFailed(job)) {
                fail(job);
            } else {
                succeed(job);
            }
        } catch (InvalidJobStateException e) {
            tooLate(job);
        }
    }

    void work(Job job) {
        sleep(Long.parseLong(configuration(job).getOrDefault("millis", "0")));
    }

    boolean hasFailed(Job job) {
        return "true".equals(configuration(job).get("fail"));
    }

    void fail(Job job) {
        fail(job, "The tests of the shop failed.");
    }

    final void fail(Job job, String message) {
        persistently(
                attempts,
                () -> client.putJobFailureResult(it -> it.jobId(job.id())
                        .failureDetails(
                                details -> details.type(FailureType.JOB_FAILED).message(message))));
    }

    void succeed(Job job) {
        PutJobSuccessResultRequest result = success(job).build();
        persistently(attempts, () -> client.putJobSuccessResult(result));
    }

    void tooLate(Job job) {}

    PutJobSuccessResultRequest.Builder success(Job job) {
        PutJobSuccessResultRequest.Builder result = PutJobSuccessResultRequest.builder()
                .jobId(job.id())
                .executionDetails(it -> it.externalExecutionId(run(job))
                        .summary("Built.")
                        .percentComplete(Math.min(100, 100 * step(job) / steps(job))));
        return step(job) < steps(job) ? result.continuationToken(run(job) + "/" + step(job)) : result;
    }

    /** What it calls the work of which the job is a part. */
    String run(Job job) {
        String token = job.data().continuationToken();
        return token == null ? "run-" + job.id().substring(24) : token.split("/")[0];
    }

    /** The how manieth job of its action it is. */
    final int step(Job job) {
        String token = job.data().continuationToken();
        return token == null ? 1 : 1 + Integer.parseInt(token.split("/")[1]);
    }

    int steps(Job job) {
        return Integer.parseInt(configuration(job).getOrDefault("steps", "1"));
    }

    static Map<String, String> configuration(Job job) {
        return job.data().actionConfiguration() == null
                ? Map.of()
                : job.data().actionConfiguration().configuration();
    }
}
