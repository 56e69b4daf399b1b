package dev.jobport.adapters.http;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Domain values that differ visibly from each other, so that crossed wires show, and their JSON. */
final class Samples {

    static final ActionTypeId ACTION_TYPE = new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Acme", "7");
    static final String ACTION_TYPE_JSON =
            "{\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"Acme\",\"version\":\"7\"}";

    static final ActionTypeId CUSTOM_TYPE = new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, "Own", "8");
    static final String CUSTOM_TYPE_JSON =
            "{\"category\":\"Build\",\"owner\":\"Custom\",\"provider\":\"Own\",\"version\":\"8\"}";

    static final ClientId CLIENT_ID = new ClientId("c11e0000-0000-4000-8000-000000000001");
    static final ClientToken CLIENT_TOKEN = new ClientToken("open-sesame");
    static final JobId JOB_ID = new JobId("10b00000-0000-4000-8000-000000000002");
    static final JobId NEXT_JOB_ID = new JobId("10b00000-0000-4000-8000-000000000003");
    static final ActionExecutionId ACTION_ID = new ActionExecutionId("ac710000-0000-4000-8000-000000000004");
    static final String PIPELINE_EXECUTION_ID = "91be0000-0000-4000-8000-000000000005";
    static final String PIPELINE_ARN = "arn:aws:codepipeline:eu-west-1:123456789012:shop";

    static final Instant STARTED = Instant.parse("2026-11-20T10:15:30Z");

    static final ActionInput INPUT = new ActionInput(
            configuration(),
            new PipelineContext(
                    Optional.of("shop"),
                    Optional.of("Verify"),
                    Optional.of("Smoke"),
                    Optional.of(PIPELINE_ARN),
                    Optional.of(PIPELINE_EXECUTION_ID)),
            List.of(new Artifact(
                    "build", Optional.of("rev-3"), Optional.of(new Artifact.S3Location("in-bucket", "in/key.zip")))),
            List.of(new Artifact("report", Optional.empty(), Optional.empty())),
            Optional.of(new EncryptionKey("key-9", EncryptionKey.Type.KMS)));

    static final ActionInput EMPTY_INPUT =
            new ActionInput(Map.of(), PipelineContext.NONE, List.of(), List.of(), Optional.empty());

    /** One of each. */
    static final List<Refusal> REFUSALS = List.of(
            new Refusal.Validation(Violation.of("be better").in("some.member")),
            new Refusal.AccessDenied(ACTION_TYPE),
            new Refusal.JobNotFound(JOB_ID),
            new Refusal.InvalidJob(JOB_ID),
            new Refusal.InvalidClientToken(),
            new Refusal.InvalidNonce(),
            new Refusal.OutputVariablesSizeExceeded(200_000, 122_880),
            new Refusal.InvalidJobState("The job is asleep."),
            new Refusal.ActionTypeNotFound("ActionType Acme"),
            new Refusal.ActionExecutionNotFound(ACTION_ID),
            new Refusal.ActionExecutionEnded(ACTION_ID, ActionExecutionStatus.Succeeded),
            new Refusal.DeclarationsLost("ActionType Acme", List.of("tag 'team'")),
            new Refusal.ClientNotFound(CLIENT_ID),
            new Refusal.ClientAlreadyExists(CLIENT_ID),
            new Refusal.InvalidNextToken());

    static final JobData EMPTY_DATA =
            new JobData(ACTION_TYPE, ACTION_ID, EMPTY_INPUT, Optional.empty(), Optional.empty());

    private Samples() {}

    private static Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("Suite", "smoke");
        configuration.put("Ünïcode", "☃ 𝄞");
        return configuration;
    }

    static ThirdPartyJobDetails details(JobData data, Optional<Nonce> nonce) {
        return new ThirdPartyJobDetails(JOB_ID, data, nonce);
    }

    /** Everything that a job worker can be told. */
    static JobData data(ActionTypeId type, ActionInput input) {
        return new JobData(
                type,
                ACTION_ID,
                input,
                Optional.of(new ContinuationToken("token-7")),
                Optional.of(new AwsSessionCredentials("access-key", "secret-key", "session-token")));
    }

    static ActionExecutionSummary runningSummary() {
        return new ActionExecutionSummary(
                ACTION_ID,
                ACTION_TYPE,
                Optional.of(CLIENT_ID),
                STARTED,
                ActionExecutionStatus.InProgress,
                ActionProgress.NONE,
                ActionUrls.NONE);
    }

    static ActionExecutionReport running() {
        return new ActionExecutionReport(
                runningSummary(), Map.of(), PipelineContext.NONE, List.of(job(JOB_ID, JobStatus.Queued)));
    }

    /** Failed, with everything that can be reported. */
    static ActionExecutionReport failed() {
        ActionProgress progress = new ActionProgress(
                new ExecutionDetails(Optional.of("half done"), Optional.of("run-8"), Optional.of(50)),
                Optional.of(new CurrentRevision(
                        "rev-4", "change-5", Optional.of(STARTED.plusMillis(1)), Optional.of("a fix"))),
                OutputVariables.NONE,
                Optional.of(new ErrorDetails("ConfigurationError", "no such suite")));
        return new ActionExecutionReport(
                new ActionExecutionSummary(
                        ACTION_ID,
                        ACTION_TYPE,
                        Optional.of(CLIENT_ID),
                        STARTED,
                        ActionExecutionStatus.Failed,
                        progress,
                        new ActionUrls(
                                Optional.of("https://a/entity"),
                                Optional.of("https://a/execution"),
                                Optional.of("https://a/revision"))),
                shownConfiguration(),
                INPUT.pipelineContext(),
                List.of(job(JOB_ID, JobStatus.Succeeded), job(NEXT_JOB_ID, JobStatus.Failed)));
    }

    private static Map<String, String> shownConfiguration() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Suite", "smoke");
        shown.put("Password", "****");
        return shown;
    }

    static JobReport job(JobId id, JobStatus status) {
        return new JobReport(
                id,
                status,
                List.of(new Transition(JobStatus.Created, STARTED), new Transition(status, STARTED.plusMillis(1_234))),
                ACTION_TYPE,
                Optional.of(CLIENT_ID),
                ACTION_ID);
    }

    /** What {@link #job} looks like within its action execution, less the closing brace. */
    static String lifeJson(JobId id, JobStatus status) {
        return ("{\"jobId\":\"%s\",\"status\":\"%s\",\"transitions\":["
                        + "{\"status\":\"Created\",\"at\":\"2026-11-20T10:15:30.000Z\"},"
                        + "{\"status\":\"%s\",\"at\":\"2026-11-20T10:15:31.234Z\"}]")
                .formatted(id, status, status);
    }
}
