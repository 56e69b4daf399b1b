package dev.jobport.wholeserver.knownworkers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/**
 * Behaves as the job worker that AWS publishes as a sample: polls at a fixed rate for as many jobs as it has idle threads,
 * gives each to a thread, which acknowledges it, works if the answer is InProgress, and reports.
 *
 * <p>Its work follows the user guide's advice: a first success at once, with a continuation token and an external execution
 * id, so that people get a link, and the work itself in the job that follows.
 */
abstract class SampleJobWorker {

    private static final String TOKEN = "started";

    final CodePipelineClient codePipeline;
    final ActionTypeId actionType;
    private final String name;
    private final int threads;
    private final Agenda agenda;
    private final Ledger ledger;
    private final AtomicInteger active = new AtomicInteger();

    SampleJobWorker(
            String name,
            int threads,
            CodePipelineClient codePipeline,
            ActionTypeId actionType,
            Agenda agenda,
            Ledger ledger) {
        this.name = name;
        this.threads = threads;
        this.codePipeline = codePipeline;
        this.actionType = actionType;
        this.agenda = agenda;
        this.ledger = ledger;
    }

    /** @param clientId only of a third-party job */
    record WorkItem(String jobId, String clientId, String nonce, String continuationToken) {}

    /** As the sample is configured. */
    abstract Duration pollInterval();

    /** What to do, with all that is needed for it. */
    abstract List<WorkItem> poll(int maxBatchSize);

    abstract JobStatus acknowledge(WorkItem item);

    abstract void succeed(WorkItem item, String continuationToken, ExecutionDetails details);

    void start() {
        agenda.every(pollInterval(), this::poll);
    }

    private void poll() {
        int idle = threads - active.get();
        if (idle == 0) {
            return;
        }
        List<WorkItem> items = poll(idle);
        if (items.size() > idle) {
            throw new AssertionError(name + " asked for " + idle + " jobs and got " + items.size());
        }
        for (WorkItem item : items) {
            active.incrementAndGet();
            agenda.in(Duration.ZERO, () -> begin(item));
        }
    }

    private void begin(WorkItem item) {
        if (!isOurs(item)) {
            active.decrementAndGet();
        } else if (item.continuationToken() == null) {
            finish(item, TOKEN, 0);
        } else {
            // Not the same for any two, so that the number of idle threads changes all the time.
            long seconds = 20 + Math.floorMod(item.jobId().hashCode(), 70);
            agenda.in(Duration.ofSeconds(seconds), () -> finish(item, null, 100));
        }
    }

    private boolean isOurs(WorkItem item) {
        try {
            return acknowledge(item) == JobStatus.IN_PROGRESS;
        } catch (InvalidNonceException e) {
            return false;
        }
    }

    private void finish(WorkItem item, String continuationToken, int percentComplete) {
        succeed(
                item,
                continuationToken,
                ExecutionDetails.builder()
                        .externalExecutionId("run-of-" + name)
                        .percentComplete(percentComplete)
                        .build());
        ledger.done(item.jobId(), name);
        active.decrementAndGet();
    }
}
