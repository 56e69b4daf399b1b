package example.worker;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionConfiguration;
import software.amazon.awssdk.services.codepipeline.model.FailureType;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJob;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJobDetails;

/** Carries out one job from its details to its result. Never throws: a job that cannot be served is told and left. */
final class JobHandler {

    private static final int MAX_MESSAGE = 5_000;

    private final CodePipelineClient codePipeline;
    private final ClientTokens clientTokens;
    private final Work work;
    private final Consumer<String> log;

    JobHandler(CodePipelineClient codePipeline, ClientTokens clientTokens, Work work, Consumer<String> log) {
        this.codePipeline = codePipeline;
        this.clientTokens = clientTokens;
        this.work = work;
        this.log = log;
    }

    void handle(ThirdPartyJob job) {
        String jobId = job.jobId();
        try {
            Optional<String> clientToken = clientTokens.of(job.clientId());
            if (clientToken.isEmpty()) {
                log.accept("job " + jobId + ": client " + job.clientId() + " is not in our records");
                return;
            }
            handle(jobId, clientToken.get());
        } catch (AwsServiceException e) {
            log.accept("job " + jobId + ": refused: " + e.awsErrorDetails().errorCode());
        } catch (SdkException | IOException e) {
            log.accept("job " + jobId + ": given up: " + e.getMessage());
        }
    }

    private void handle(String jobId, String clientToken) {
        ThirdPartyJobDetails details = codePipeline
                .getThirdPartyJobDetails(request -> request.jobId(jobId).clientToken(clientToken))
                .jobDetails();
        if (!acknowledge(jobId, details.nonce(), clientToken)) {
            return;
        }
        Progress progress;
        try {
            progress = work(details);
        } catch (WorkFailed e) {
            reportFailure(jobId, clientToken, e.type(), e.getMessage());
            return;
        } catch (Exception e) {
            reportFailure(jobId, clientToken, FailureType.JOB_FAILED, e.toString());
            return;
        }
        if (progress instanceof Progress.StillGoing going) {
            report(jobId, clientToken, going);
        } else if (progress instanceof Progress.Finished finished) {
            report(jobId, clientToken, finished);
        }
    }

    private boolean acknowledge(String jobId, String nonce, String clientToken) {
        try {
            JobStatus status = codePipeline
                    .acknowledgeThirdPartyJob(
                            request -> request.jobId(jobId).nonce(nonce).clientToken(clientToken))
                    .status();
            log.accept("job " + jobId + ": acknowledged, " + status);
            return status == JobStatus.IN_PROGRESS;
        } catch (InvalidNonceException e) {
            log.accept("job " + jobId + ": somebody else has it");
            return false;
        }
    }

    private Progress work(ThirdPartyJobDetails details) throws Exception {
        String state = details.data().continuationToken();
        ActionConfiguration given = details.data().actionConfiguration();
        Map<String, String> configuration = given == null ? Map.of() : given.configuration();
        return state == null ? work.start(configuration) : work.goOn(state, configuration);
    }

    private void report(String jobId, String clientToken, Progress.StillGoing going) {
        codePipeline.putThirdPartyJobSuccessResult(result -> result.jobId(jobId)
                .clientToken(clientToken)
                .continuationToken(going.state())
                .executionDetails(execution -> execution
                        .externalExecutionId(going.externalExecutionId())
                        .percentComplete(going.percentComplete())
                        .summary(going.summary())));
        log.accept("job " + jobId + ": " + going.percentComplete() + " %, " + going.summary() + ", to be continued");
    }

    private void report(String jobId, String clientToken, Progress.Finished finished) {
        codePipeline.putThirdPartyJobSuccessResult(result -> result.jobId(jobId)
                .clientToken(clientToken)
                .currentRevision(revision -> revision.revision(finished.revision())
                        .changeIdentifier(finished.externalExecutionId())
                        .created(Instant.now())
                        .revisionSummary(finished.summary()))
                .executionDetails(execution -> execution
                        .externalExecutionId(finished.externalExecutionId())
                        .percentComplete(100)
                        .summary(finished.summary())));
        log.accept("job " + jobId + ": " + finished.summary() + ", finished");
    }

    private void reportFailure(String jobId, String clientToken, FailureType type, String message) {
        String shown = message.substring(0, Math.min(message.length(), MAX_MESSAGE));
        codePipeline.putThirdPartyJobFailureResult(result -> result.jobId(jobId)
                .clientToken(clientToken)
                .failureDetails(failure -> failure.type(type).message(shown)));
        log.accept("job " + jobId + ": failed, " + type + ": " + shown);
    }
}
