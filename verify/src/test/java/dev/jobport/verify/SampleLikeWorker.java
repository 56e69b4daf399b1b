package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.model.Job;

/**
 * Behaves as the worker that AWS publishes as a sample: polls for as many jobs as it has idle threads, and gives each to one.
 * A first success at once tells where the work can be followed, and the job that follows does it.
 */
final class SampleLikeWorker extends OwnWorker {

    private static final int THREADS = 4;

    private final Semaphore idle = new Semaphore(THREADS);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    SampleLikeWorker(Lab lab) {
        super(lab);
    }

    @Override
    void run() {
        try {
            super.run();
        } finally {
            threads.shutdown();
            try {
                threads.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                threads.shutdownNow();
            }
        }
    }

    @Override
    List<Job> poll() {
        int most = idle.availablePermits();
        return most == 0
                ? List.of()
                : client.pollForJobs(poll -> poll.actionTypeId(TYPE_ID).maxBatchSize(most))
                        .jobs();
    }

    @Override
    void serve(Job job) {
        idle.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                super.serve(job);
            } catch (SdkException | UncheckedIOException e) {
                // it is told, and the next job may go better
            } finally {
                idle.release();
            }
        });
    }

    @Override
    int steps(Job job) {
        return Math.max(2, super.steps(job));
    }
}
