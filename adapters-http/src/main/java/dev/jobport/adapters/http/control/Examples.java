package dev.jobport.adapters.http.control;

import dev.jobport.adapters.http.control.ClientShapes.Registration;
import dev.jobport.adapters.http.control.StartShapes.Start;
import dev.jobport.application.Page;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.ProviderDeclaration;
import dev.jobport.domain.actiontype.Tags;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.actiontype.UrlTemplate;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the document that describes the API shows as examples: values that the server could have. */
final class Examples {

    private static final ActionTypeId TYPE_ID =
            new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Acme", "1");
    static final ClientId CLIENT_ID = new ClientId("0f0f0f0f-1111-4222-8333-444444444444");
    private static final ClientToken CLIENT_TOKEN = new ClientToken("a-secret-of-your-own-or-a-minted-one");
    private static final ActionExecutionId ACTION_ID = new ActionExecutionId("5b0c9f0e-8d3a-4a52-9a0c-2f6f0f2a7c11");
    private static final JobId JOB_ID = new JobId("c6a1f0de-58a1-4a3f-8f4e-0b9e64c1d9aa");
    private static final Instant STARTED = Instant.parse("2026-11-20T10:15:30Z");

    static final ActionType ACTION_TYPE = new ActionType(
            TYPE_ID,
            new ActionTypeDefinition(
                    new ActionTypeSettings(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new UrlTemplate("https://ci.example/runs/{ExternalExecutionId}")),
                            Optional.empty()),
                    List.of(),
                    ArtifactDetails.DEFAULT,
                    ArtifactDetails.DEFAULT),
            new Timing(Duration.ofSeconds(60), Duration.ofSeconds(600), Duration.ofHours(1), Duration.ofSeconds(30)),
            ProviderDeclaration.NONE,
            new Tags(Map.of("team", "checkout")),
            false);

    static final Registration REGISTRATION = new Registration(Optional.of(CLIENT_ID), Optional.empty());
    static final RegisteredClient REGISTERED = new RegisteredClient(CLIENT_ID, CLIENT_TOKEN);

    static final Start START = new Start(
            TYPE_ID,
            Optional.of(CLIENT_ID),
            new ActionInput(
                    Map.of("Suite", "smoke"),
                    new PipelineContext(
                            Optional.of("shop"),
                            Optional.of("Verify"),
                            Optional.of("Smoke"),
                            Optional.empty(),
                            Optional.empty()),
                    List.of(new Artifact(
                            "build",
                            Optional.of("3f2c1a"),
                            Optional.of(new Artifact.S3Location("artifacts", "shop/build.zip")))),
                    List.of(),
                    Optional.empty()));
    static final StartedAction STARTED_ACTION = new StartedAction(ACTION_ID, JOB_ID);

    static final JobReport JOB = new JobReport(
            JOB_ID,
            JobStatus.InProgress,
            List.of(
                    new Transition(JobStatus.Created, STARTED),
                    new Transition(JobStatus.Queued, STARTED),
                    new Transition(JobStatus.Dispatched, STARTED.plusMillis(1250)),
                    new Transition(JobStatus.InProgress, STARTED.plusMillis(1480))),
            TYPE_ID,
            Optional.of(CLIENT_ID),
            ACTION_ID);

    static final ActionExecutionSummary SUMMARY = new ActionExecutionSummary(
            ACTION_ID,
            TYPE_ID,
            Optional.of(CLIENT_ID),
            STARTED,
            ActionExecutionStatus.InProgress,
            new ActionProgress(
                    new ExecutionDetails(
                            Optional.of("42 of 100 tests have run"), Optional.of("run-7"), Optional.of(42)),
                    Optional.empty(),
                    OutputVariables.NONE,
                    Optional.empty()),
            ActionUrls.NONE);
    static final ActionExecutionReport ACTION_EXECUTION =
            new ActionExecutionReport(SUMMARY, Map.of(), PipelineContext.NONE, List.of(JOB));

    private Examples() {}

    static <T> Page<T> pageOf(T item) {
        return new Page<>(List.of(item), Optional.empty());
    }
}
