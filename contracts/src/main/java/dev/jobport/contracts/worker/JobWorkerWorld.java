package dev.jobport.contracts.worker;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.OperatorPort;
import dev.jobport.application.driving.PipelinePort;
import dev.jobport.application.driving.PipelinePort.StartedAction;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.AwsSessionCredentials;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.FailureType;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the parts of the {@link JobWorkerContract} stand on: the three ports of a server, and its time. Each test makes a
 * {@link Partner} of its own, so one server may serve them all.
 */
public interface JobWorkerWorld {

    Timing TIMING =
            new Timing(Duration.ofSeconds(60), Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofSeconds(30));

    Duration MOMENT = Duration.ofMillis(1);

    ActionTypeId STRANGERS_TYPE = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Strangers", "1");

    Nonce NO_NONCE_OF_ANY_JOB = new Nonce("not-a-nonce-of-any-job");
    ClientToken WRONG_TOKEN = new ClientToken("not-the-token-of-any-client");
    JobId UNKNOWN_JOB = new JobId("00000000-0000-0000-0000-000000000000");
    SuccessResult COMPLETE = new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty());
    FailureDetails FAILURE =
            new FailureDetails(FailureType.ConfigurationError, "The project has no tests.", Optional.of("run-77"));

    /** The port under test, as a job worker reaches it. */
    JobWorkerPort worker();

    /** Who may touch jobs of every action type. */
    Caller caller();

    /** Who may touch jobs of {@link #STRANGERS_TYPE} only. */
    Caller stranger();

    /** The pipeline's side of the same server. */
    PipelinePort pipeline();

    /** The operator's side of the same server. */
    OperatorPort operator();

    /** Lets time pass for the server and lets its clock strike what has become due. */
    void pass(Duration duration);

    static SuccessResult goingOn(String continuationToken) {
        return new SuccessResult(
                Optional.empty(), Optional.of(new ContinuationToken(continuationToken)), Optional.empty());
    }

    /** A partner with an action type and a client that no other test uses. */
    default Partner partner() {
        return partner(TIMING);
    }

    default Partner partner(Timing timing) {
        String provider = UUID.randomUUID().toString().substring(1);
        ActionTypeId type =
                new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, provider.substring(0, 34), "1");
        operator().putActionType(new ActionType(type, timing));
        return new Partner(this, type, operator().registerClient(Optional.empty(), Optional.empty()));
    }

    /** Everything that an action can be given, each value visibly different. */
    static ActionInput fullInput() {
        return new ActionInput(
                Map.of("suite", "smoke", "größe", "日本 \"quoted\""),
                new PipelineContext(
                        Optional.of("shop-pipeline"),
                        Optional.of("Verify"),
                        Optional.of("SmokeTest"),
                        Optional.of("arn:aws:codepipeline:eu-west-1:123456789012:shop-pipeline"),
                        Optional.of("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")),
                List.of(
                        artifact("AppSource", Optional.of("rev-in-1"), "source.zip"),
                        artifact("TestSource", Optional.empty(), "tests.zip")),
                List.of(artifact("Report", Optional.empty(), "report.zip")),
                Optional.of(new AwsSessionCredentials("ASIA-access", "secret-key", "session-token")),
                Optional.of(new EncryptionKey("arn:aws:kms:eu-west-1:123456789012:key/k1", EncryptionKey.Type.KMS)));
    }

    static ActionInput emptyInput() {
        return new ActionInput(
                Map.of(), PipelineContext.NONE, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Artifact artifact(String name, Optional<String> revision, String key) {
        return new Artifact(name, revision, Optional.of(new Artifact.S3Location("artifacts-of-" + name, key)));
    }

    /** One customer of one partner, and the moves that tests make on their behalf. */
    record Partner(JobWorkerWorld world, ActionTypeId actionType, OperatorPort.RegisteredClient client) {

        public ClientToken token() {
            return client.clientToken();
        }

        public StartedAction start() {
            return start(emptyInput());
        }

        public StartedAction start(ActionInput input) {
            return world.pipeline().startActionExecution(actionType, client.clientId(), input);
        }

        public List<ThirdPartyJob> poll() {
            return world.worker().pollForThirdPartyJobs(world.caller(), actionType, 10);
        }

        /** Polls the one job that is due. */
        public JobId pollOne() {
            List<ThirdPartyJob> jobs = poll();
            if (jobs.size() != 1) {
                throw new AssertionError("expected one job to be due, got " + jobs);
            }
            return jobs.get(0).jobId();
        }

        public Optional<Nonce> nonce(JobId job) {
            return world.worker()
                    .getThirdPartyJobDetails(world.caller(), job, token())
                    .nonce();
        }

        public JobStatus acknowledge(JobId job, Nonce nonce) {
            return world.worker().acknowledgeThirdPartyJob(world.caller(), job, nonce, token());
        }

        /** Polls the one job that is due and acknowledges it. */
        public JobId take() {
            JobId job = pollOne();
            acknowledge(job, nonce(job).orElseThrow());
            return job;
        }

        public void succeed(JobId job, SuccessResult result) {
            world.worker().putThirdPartyJobSuccessResult(world.caller(), job, token(), result);
        }

        public void fail(JobId job) {
            world.worker().putThirdPartyJobFailureResult(world.caller(), job, token(), FAILURE);
        }

        public JobStatus status(JobId job) {
            return world.pipeline().job(job).status();
        }

        public ActionExecutionReport report(ActionExecutionId action) {
            return world.pipeline().actionExecution(action);
        }

        /** The jobs that the action has not finished, invariantly one or none. */
        public List<JobStatus> statuses(ActionExecutionId action) {
            return report(action).jobs().stream().map(job -> job.status()).toList();
        }
    }
}
