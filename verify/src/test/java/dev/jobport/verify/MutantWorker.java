package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.verify.Worker.Starter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;

/** A worker in this process that keeps the protocol, but for one sin if it is given one. It does its work in no time. */
final class MutantWorker implements Worker {

    static final String TYPE = "Custom/Build/Own/1";

    private static final ActionTypeId TYPE_ID = ActionTypeId.builder()
            .category("Build")
            .owner("Custom")
            .provider("Own")
            .version("1")
            .build();

    private final CodePipelineClient client;
    private final Optional<Sin> sin;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "worker");
    private final long pause;

    private MutantWorker(Lab lab, Optional<Sin> sin) {
        this.sin = sin;
        this.pause = has(Sin.DOES_NOT_WAIT) ? 5 : 50;
        // Without chance: waits that happen to be alike would look like those of a worker that does not slow down.
        BackoffStrategy backoff =
                BackoffStrategy.exponentialDelayWithoutJitter(Duration.ofMillis(20), Duration.ofMillis(500));
        this.client = CodePipelineClient.builder()
                .endpointOverride(lab.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey())))
                .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(5)
                        .backoffStrategy(backoff)
                        .throttlingBackoffStrategy(backoff)
                        .build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)))
                .build();
        thread.start();
    }

    static Starter starter(Sin... sins) {
        return new Starter() {
            @Override
            public Worker start(Lab lab) {
                return new MutantWorker(lab, List.of(sins).stream().findFirst());
            }

            @Override
            public boolean isProcess() {
                return false;
            }

            @Override
            public String name() {
                return "mutant " + List.of(sins);
            }
        };
    }

    private boolean has(Sin one) {
        return sin.filter(one::equals).isPresent();
    }

    private void run() {
        long wait = pause;
        do {
            try {
                int wanted = has(Sin.DROPS_ALL_BUT_ONE) ? 10 : 1;
                client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(wanted)).jobs().stream()
                        .limit(1)
                        .forEach(this::serve);
                wait = pause;
            } catch (SdkException e) {
                wait = Math.min(2 * wait, 1_000);
            }
        } while (goesOn(wait));
    }

    private boolean goesOn(long millis) {
        try {
            return !ending.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void serve(Job job) {
        if (!has(Sin.REPORTS_WITHOUT_ACKNOWLEDGING) && !acknowledge(job)) {
            return;
        }
        boolean fails = "true".equals(configuration(job).get("fail"));
        if (fails && has(Sin.REPORTS_NOTHING_WHEN_WORK_FAILS)) {
            return;
        }
        try {
            if (fails && !has(Sin.SUCCEEDS_WHATEVER_HAPPENED)) {
                fail(job, message());
            } else {
                succeed(job);
            }
        } catch (InvalidJobStateException e) {
            if (has(Sin.INSISTS_ON_A_RESULT_THAT_IS_TOO_LATE)) {
                fail(job, "It was too late for a success.");
            }
        }
    }

    private boolean acknowledge(Job job) {
        try {
            JobStatus status = take(job);
            if (has(Sin.ACKNOWLEDGES_TWICE)) {
                takeAgain(job);
            }
            return status == JobStatus.IN_PROGRESS || has(Sin.WORKS_WHATEVER_THE_STATUS);
        } catch (InvalidNonceException e) {
            if (has(Sin.FAILS_WHAT_A_RIVAL_HAS)) {
                fail(job, "The job could not be acknowledged.");
            }
            if (has(Sin.INSISTS_ON_A_DEAD_NONCE)) {
                takeAgain(job);
            }
            return false;
        }
    }

    private void takeAgain(Job job) {
        try {
            take(job);
        } catch (InvalidNonceException e) {
            // as the first time; this worker does not care
        }
    }

    private JobStatus take(Job job) {
        return client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()))
                .status();
    }

    private static Map<String, String> configuration(Job job) {
        return job.data().actionConfiguration() == null
                ? Map.of()
                : job.data().actionConfiguration().configuration();
    }

    private String message() {
        return has(Sin.FAILS_WITHOUT_A_WORD)
                ? ""
                : has(Sin.FAILS_WITH_A_CLASS_NAME)
                        ? "java.lang.IllegalStateException"
                        : "The tests of the shop failed.";
    }

    private void fail(Job job, String message) {
        client.putJobFailureResult(it -> it.jobId(job.id())
                .failureDetails(details -> details.type(FailureType.JOB_FAILED).message(message)));
    }

    private void succeed(Job job) {
        String token = job.data().continuationToken();
        int done = 1 + (token == null ? 0 : Integer.parseInt(token.split("/")[1]));
        int steps = Integer.parseInt(configuration(job).getOrDefault("steps", "1"));
        boolean goesOn = done < steps;
        PutJobSuccessResultRequest.Builder result = PutJobSuccessResultRequest.builder()
                .jobId(job.id())
                .executionDetails(it -> it.externalExecutionId("run")
                        .summary(has(Sin.TELLS_THE_NONCE) ? "Built with " + job.nonce() : "Built.")
                        .percentComplete(has(Sin.LOSES_PROGRESS) ? 100 - done : Math.min(100, 100 * done / steps)));
        if (goesOn) {
            String more = has(Sin.HAS_A_TOKEN_THAT_IS_TOO_LONG)
                    ? "x".repeat(2049)
                    : has(Sin.PUTS_THE_NONCE_INTO_THE_TOKEN) ? job.nonce() : "";
            result.continuationToken("run/" + done + "/" + more);
        }
        client.putJobSuccessResult(result.build());
        if (has(Sin.FAILS_AFTER_SUCCESS) && !goesOn) {
            fail(job, "Something went wrong after all.");
        }
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public boolean askToEnd(Duration grace) {
        ending.countDown();
        try {
            thread.join(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
        return !thread.isAlive();
    }

    @Override
    public void kill() {
        askToEnd(Duration.ofSeconds(10));
    }

    @Override
    public String lastWords() {
        return "";
    }
}
