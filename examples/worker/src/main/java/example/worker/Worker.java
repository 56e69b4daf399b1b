package example.worker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;

/** Polls for as many jobs as it has free threads, and gives each to a {@link JobHandler}. */
final class Worker {

    /** AWS's sample worker for third-party actions polls as often. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private static final Duration LONGEST_IDLE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LONGEST_ERROR_INTERVAL = Duration.ofMinutes(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(30);
    private static final int MAX_BATCH_SIZE = 100;

    private final Jobs jobs;
    private final JobHandler handler;
    private final Consumer<String> log;
    private final ExecutorService threads;
    private final Semaphore free;
    private final Backoff idle;
    private final Backoff errors;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Worker(Jobs jobs, int threads, JobHandler handler, Consumer<String> log, RandomGenerator random) {
        this.jobs = jobs;
        this.handler = handler;
        this.log = log;
        this.threads = Executors.newFixedThreadPool(threads);
        this.free = new Semaphore(threads);
        this.idle = new Backoff(POLL_INTERVAL, LONGEST_IDLE_INTERVAL, random);
        this.errors = new Backoff(POLL_INTERVAL, LONGEST_ERROR_INTERVAL, random);
    }

    /** Works until {@link #stop()}, then finishes the jobs it has, for at most 30 s. */
    void run() throws InterruptedException {
        try {
            Duration pause;
            do {
                pause = poll();
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            threads.shutdown();
            threads.awaitTermination(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS);
        }
    }

    void stop() {
        stopping.countDown();
    }

    /** Polls once a thread is free, and says how long to wait until the next time. */
    Duration poll() throws InterruptedException {
        free.acquire();
        int wanted = 1 + free.drainPermits();
        int received = 0;
        try {
            List<Offer> offers = jobs.poll(Math.min(wanted, MAX_BATCH_SIZE));
            received = offers.size();
            offers.forEach(this::handOver);
            errors.reset();
            if (received > 0) {
                idle.reset();
            }
            return idle.next();
        } catch (SdkException e) {
            Duration pause = errors.next();
            log.accept("poll failed, next in " + pause.toMillis() + " ms: " + e.getMessage());
            return pause;
        } finally {
            free.release(wanted - received);
        }
    }

    private void handOver(Offer offer) {
        log.accept("job " + offer.jobId() + ": received, of " + offer.from());
        threads.execute(() -> {
            try {
                handler.handle(offer);
            } finally {
                free.release();
            }
        });
    }
}
