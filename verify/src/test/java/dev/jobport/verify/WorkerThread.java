package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.history.ProcessEvent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClientBuilder;

/** A worker that is a thread of the test, and tells of itself what is seen of a process. */
abstract class WorkerThread implements Worker {

    static {
        // Otherwise the JDK repeats by itself, unseen, what the worker would have to.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private static final Duration FOR_THE_DEAD = Duration.ofSeconds(1);

    final Lab lab;
    private final String id = "worker-" + UUID.randomUUID();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Thread thread = new Thread(this::live, id);

    WorkerThread(Lab lab) {
        this.lab = lab;
    }

    static Starter starter(String name, Function<Lab, WorkerThread> worker) {
        return new Starter() {
            @Override
            public Worker start(Lab lab) {
                WorkerThread made = worker.apply(lab);
                lab.witness().process(ProcessEvent.Kind.STARTED, made.id(), name);
                made.thread().start();
                return made;
            }

            @Override
            public boolean isProcess() {
                return true;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }

    private String id() {
        return id;
    }

    private Thread thread() {
        return thread;
    }

    private void live() {
        String code = "0";
        try {
            run();
        } catch (RuntimeException e) {
            code = "1";
        }
        lab.witness().process(ProcessEvent.Kind.ENDED, id, code);
    }

    /** Polls until it is asked to end. What it throws ends it. */
    abstract void run();

    /** Without chance: waits that happen to be alike would look like those of a worker that does not slow down. */
    CodePipelineClientBuilder client(int attempts, Duration timeout) {
        BackoffStrategy backoff =
                BackoffStrategy.exponentialDelayWithoutJitter(Duration.ofMillis(20), Duration.ofMillis(500));
        return CodePipelineClient.builder()
                .endpointOverride(lab.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(lab.accessKeyId(), lab.secretAccessKey())))
                .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .backoffStrategy(backoff)
                        .throttlingBackoffStrategy(backoff)
                        .build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout));
    }

    /** Waits, and tells whether the worker may go on then. */
    final boolean goesOn(long millis) {
        try {
            return !ending.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    final void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("killed", e);
        }
    }

    @Override
    public final boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public final boolean askToEnd(Duration grace) {
        lab.witness().process(ProcessEvent.Kind.SIGNALLED, id, "SIGTERM");
        ending.countDown();
        return ends(grace);
    }

    @Override
    public final void kill() {
        lab.witness().process(ProcessEvent.Kind.SIGNALLED, id, "SIGKILL");
        ending.countDown();
        thread.interrupt();
        ends(FOR_THE_DEAD);
    }

    private boolean ends(Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public final String lastWords() {
        return "";
    }

    /** A result is worth more tries than the SDK makes; and a reset, which this HTTP client tells in its own way, it lets pass. */
    static void persistently(int attempts, Runnable call) {
        for (int attempt = 1; true; attempt++) {
            try {
                call.run();
                return;
            } catch (UncheckedIOException | SdkClientException e) {
                if (attempt >= attempts) {
                    throw e;
                }
            } catch (AwsServiceException e) {
                boolean mayGoBetter = e.statusCode() >= 500 || e.isThrottlingException();
                if (attempt >= attempts || !mayGoBetter) {
                    throw e;
                }
            }
        }
    }
}
