package example.worker;

import java.time.Instant;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codepipeline.model.CurrentRevision;
import software.amazon.awssdk.services.codepipeline.model.ExecutionDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureDetails;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

/** Carries out one job from its offer to its result. Never throws: a job that cannot be served is told and left. */
final class JobHandler {

    private static final int MAX_MESSAGE = 5_000;

    private final Jobs jobs;
    private final Work work;
    private final Consumer<String> log;

    JobHandler(Jobs jobs, Work work, Consumer<String> log) {
        this.jobs = jobs;
        this.work = work;
        this.log = log;
    }

    void handle(Offer offer) {
        try {
            handle(offer.job().call());
        } catch (AwsServiceException e) {
            log.accept(
                    "job " + offer.jobId() + ": refused: " + e.awsErrorDetails().errorCode());
        } catch (Exception e) {
            log.accept("job " + offer.jobId() + ": given up: " + e.getMessage());
        }
    }

    private void handle(Job job) {
        if (!acknowledge(job)) {
            return;
        }
        Progress progress;
        try {
            progress = job.continuationToken() == null
                    ? work.start(job.configuration())
                    : work.goOn(job.continuationToken(), job.configuration());
        } catch (WorkFailed e) {
            reportFailure(job, e.type(), e.getMessage());
            return;
        } catch (Exception e) {
            reportFailure(job, FailureType.JOB_FAILED, e.toString());
            return;
        }
        if (progress instanceof Progress.StillGoing going) {
            report(job, going);
        } else if (progress instanceof Progress.Finished finished) {
            report(job, finished);
        }
    }

    private boolean acknowledge(Job job) {
        try {
            JobStatus status = jobs.acknowledge(job);
            log.accept(job + ": acknowledged, " + status);
            return status == JobStatus.IN_PROGRESS;
        } catch (InvalidNonceException e) {
            log.accept(job + ": somebody else has it");
            return false;
        }
    }

    private void report(Job job, Progress.StillGoing going) {
        jobs.goOn(job, going.state(), details(going, going.percentComplete()));
        log.accept(job + ": " + going.percentComplete() + " %, " + going.summary() + ", to be continued");
    }

    private void report(Job job, Progress.Finished finished) {
        CurrentRevision revision = CurrentRevision.builder()
                .revision(finished.revision())
                .changeIdentifier(finished.externalExecutionId())
                .created(Instant.now())
                .revisionSummary(finished.summary())
                .build();
        jobs.finish(job, revision, details(finished, 100), finished.outputVariables());
        log.accept(job + ": " + finished.summary() + ", finished");
    }

    private static ExecutionDetails details(Progress progress, int percentComplete) {
        return ExecutionDetails.builder()
                .externalExecutionId(progress.externalExecutionId())
                .percentComplete(percentComplete)
                .summary(progress.summary())
                .build();
    }

    private void reportFailure(Job job, FailureType type, String message) {
        String shown = message.substring(0, Math.min(message.length(), MAX_MESSAGE));
        jobs.fail(job, FailureDetails.builder().type(type).message(shown).build());
        log.accept(job + ": failed, " + type + ": " + shown);
    }
}
