package dev.jobport.adapters.http;

import static dev.jobport.contracts.fixtures.Samples.ACTION_ID;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.DETAILS;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.REVISION;
import static dev.jobport.contracts.fixtures.Samples.SECRET;
import static dev.jobport.contracts.fixtures.Samples.START;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How clients spell the samples in JSON, and what the application tells of them. */
final class SampleJson {

    static final String ACTION_TYPE_JSON =
            "{\"category\":\"Test\",\"owner\":\"ThirdParty\",\"provider\":\"Some-Provider\",\"version\":\"v_1\"}";
    static final String CUSTOM_TYPE_JSON =
            "{\"category\":\"Build\",\"owner\":\"Custom\",\"provider\":\"Own-Provider\",\"version\":\"3\"}";

    static final String CONFIGURATION = "\"configuration\":{\"Zebra\":\"a \\\"quoted\\\" value\\nof two lines\","
            + "\"Schlüssel\":\"Wert \\\\ 値 🔑\",\"Apple\":\"c\"}";
    /** Less the brace that closes the action. */
    static final String ACTION_NAME = "\"pipelineName\":\"Pipeline.Name\",\"stage\":{\"name\":\"Stage-Name\"},"
            + "\"action\":{\"name\":\"Action_Name\"";

    static final String PIPELINE_EXECUTION =
            "\"pipelineArn\":\"arn:aws:codepipeline:eu-central-1:123456789012:Pipeline.Name\","
                    + "\"pipelineExecutionId\":\"5f1ed000-1111-4222-8333-444444444444\"";
    static final String ARTIFACTS = "\"inputArtifacts\":[{\"name\":\"InputOne\",\"revision\":\"revision-one\","
            + "\"location\":{\"type\":\"S3\",\"s3Location\":{\"bucketName\":\"bucket-in-one\","
            + "\"objectKey\":\"key/in/eins-ä.zip\"}}},{\"name\":\"InputTwo\"}],"
            + "\"outputArtifacts\":[{\"name\":\"OutputOne\",\"location\":{\"type\":\"S3\",\"s3Location\":{"
            + "\"bucketName\":\"bucket-out-one\",\"objectKey\":\"key/out/one\"}}},"
            + "{\"name\":\"OutputTwo\",\"revision\":\"revision-two\"}]";
    static final String ENCRYPTION_KEY = "\"encryptionKey\":{\"id\":\"alias/the-key\",\"type\":\"KMS\"}";

    static final String URLS = "\"entityUrlTemplate\":\"https://example.com/{Config:Apple}\","
            + "\"executionUrlTemplate\":\"https://example.com/run/{ExternalExecutionId}\","
            + "\"revisionUrlTemplate\":\"https://example.com/revision/{RevisionId}\"";
    static final String SETTINGS_JSON =
            "\"settings\":{\"thirdPartyConfigurationUrl\":\"https://example.com/sign-up\"," + URLS + "}";
    static final String PROPERTIES_JSON = "[{\"name\":\"Apple\",\"required\":true,\"key\":true,\"secret\":false,"
            + "\"queryable\":true,\"description\":\"läuft 🏃\",\"type\":\"Number\"},{\"name\":\"Schlüssel\","
            + "\"required\":false,\"key\":true,\"secret\":true,\"queryable\":false,\"type\":\"String\"}]";
    static final String ARTIFACT_COUNTS = "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":2},"
            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":1}";
    static final String DEFAULT_COUNTS = "\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5}";

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
            new Refusal.ClientNotFound(CLIENT),
            new Refusal.ClientAlreadyExists(CLIENT),
            new Refusal.InvalidNextToken());

    static final JobData EMPTY_DATA =
            new JobData(ACTION_TYPE, ACTION_ID, BARE_INPUT, Optional.empty(), Optional.empty());

    private SampleJson() {}

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
                Optional.of(JobWorkerWorld.CREDENTIALS));
    }

    static ActionExecutionSummary runningSummary() {
        return new ActionExecutionSummary(
                ACTION_ID,
                ACTION_TYPE,
                Optional.of(CLIENT),
                START,
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
                DETAILS,
                Optional.of(REVISION),
                OutputVariables.NONE,
                Optional.of(new ErrorDetails(FAILURE.type().name(), FAILURE.message())));
        return new ActionExecutionReport(
                new ActionExecutionSummary(
                        ACTION_ID,
                        ACTION_TYPE,
                        Optional.of(CLIENT),
                        START,
                        ActionExecutionStatus.Failed,
                        progress,
                        new ActionUrls(
                                Optional.of("https://a/entity"),
                                Optional.of("https://a/execution"),
                                Optional.of("https://a/revision"))),
                shownConfiguration(),
                FULL_INPUT.pipelineContext(),
                List.of(job(JOB_ID, JobStatus.Succeeded), job(NEXT_JOB_ID, JobStatus.Failed)));
    }

    private static Map<String, String> shownConfiguration() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("Apple", "c");
        shown.put(SECRET, "****");
        return shown;
    }

    static JobReport job(JobId id, JobStatus status) {
        return new JobReport(
                id,
                status,
                List.of(new Transition(JobStatus.Created, START), new Transition(status, START.plusMillis(1_234))),
                ACTION_TYPE,
                Optional.of(CLIENT),
                ACTION_ID);
    }

    /** What {@link #job} looks like within its action execution, less the closing brace. */
    static String lifeJson(JobId id, JobStatus status) {
        return ("{\"jobId\":\"%s\",\"status\":\"%s\",\"transitions\":["
                        + "{\"status\":\"Created\",\"at\":\"2026-03-04T05:06:07.089Z\"},"
                        + "{\"status\":\"%s\",\"at\":\"2026-03-04T05:06:08.323Z\"}]")
                .formatted(id, status, status);
    }
}
