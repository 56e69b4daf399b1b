package dev.jobport.lab;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.Job;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.PutJobSuccessResultRequest;

/** A worker of custom actions that keeps the protocol, on the AWS SDK. It does its work in no time. */
final class SoundWorker implements AutoCloseable {

    static final String TYPE = "Custom/Build/Own/1";

    static final ActionTypeId TYPE_ID = ActionTypeId.builder()
            .owner("Custom")
            .category("Build")
            .provider("Own")
            .version("1")
            .build();

    private static final int ATTEMPTS = 10;

    private final CodePipelineClient client;
    private final Function<Job, UnaryOperator<PutJobSuccessResultRequest.Builder>> work;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "sound-worker");

    /** @param work tells what to report of a job */
    SoundWorker(Lab lab, Function<Job, UnaryOperator<PutJobSuccessResultRequest.Builder>> work) {
        this.client = client(lab);
        this.work = work;
        thread.start();
    }

    SoundWorker(Lab lab) {
        this(lab, job -> result -> result.executionDetails(it -> it.summary("Built.")));
    }

    static CodePipelineClient client(Lab lab) {
        return client(lab.endpoint(), lab.accessKeyId(), lab.secretAccessKey());
    }

    static CodePipelineClient client(URI endpoint, String key, String secret) {
        return CodePipelineClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(2)))
                .build();
    }

    /** How many jobs it has begun to work on. */
    int started() {
        return started.get();
    }

    private void run() {
        while (goesOn()) {
            try {
                List<Job> jobs = client.pollForJobs(
                                poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(1))
                        .jobs();
                jobs.forEach(this::serve);
            } catch (SdkException | UncheckedIOException e) {
                // the next poll may go better
            }
        }
    }

    private boolean goesOn() {
        try {
            return !closing.await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void serve(Job job) {
        JobStatus status = client.acknowledgeJob(it -> it.jobId(job.id()).nonce(job.nonce()))
                .status();
        if (status == JobStatus.IN_PROGRESS) {
            started.incrementAndGet();
            var result = work.apply(job)
                    .apply(PutJobSuccessResultRequest.builder().jobId(job.id()))
                    .build();
            persistently(() -> client.putJobSuccessResult(result));
        }
    }

    /** Beyond what the SDK tries again: it lets a reset pass that this HTTP client tells of in its own way. */
    private static void persistently(Runnable call) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                call.run();
                return;
            } catch (SdkClientException | UncheckedIOException e) {
                // nobody knows what became of it
            } catch (CodePipelineException e) {
                if (e.statusCode() < 500 && !e.isThrottlingException()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
