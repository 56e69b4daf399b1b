package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.Samples.ACTION_ID;
import static dev.jobport.adapters.http.Samples.ACTION_TYPE;
import static dev.jobport.adapters.http.Samples.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.Samples.CLIENT_ID;
import static dev.jobport.adapters.http.Samples.CLIENT_TOKEN;
import static dev.jobport.adapters.http.Samples.JOB_ID;
import static dev.jobport.adapters.http.Samples.NEXT_JOB_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.OperatorPort.RegisteredClient;
import dev.jobport.application.driving.PipelinePort.StartedAction;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.ArtifactDetails;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags;
import dev.jobport.domain.action.Timing;
import dev.jobport.domain.action.UrlTemplate;
import dev.jobport.domain.job.JobStatus;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What pipelines and operators ask: requests become these domain values, and answers this JSON. */
class ControlApiTest extends WithServer {

    private static final String TYPE_PATH = "/control/v1/action-types/ThirdParty/Test/Acme/7";
    private static final String EXECUTIONS = "/control/v1/action-executions";
    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4));
    private static final String TYPE_VIEW = "{\"actionTypeId\":" + ACTION_TYPE_JSON
            + ",\"dispatchLeaseSeconds\":1,\"jobTimeoutSeconds\":2,\"actionTimeoutSeconds\":3,"
            + "\"continuationDelaySeconds\":4,\"settings\":{},\"configurationProperties\":[]"
            + ",\"inputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},"
            + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":5},\"declaration\":{},\"tags\":{}}";
    private static final String OF_ACTION =
            ",\"actionTypeId\":" + ACTION_TYPE_JSON + ",\"clientId\":\"c11e0000-0000-4000-8000-000000000001\"";

    @Test
    void an_action_type_is_registered_with_all_that_makes_it() {
        String settings = "{\"thirdPartyConfigurationUrl\":\"https://a/sign-up\","
                + "\"entityUrlTemplate\":\"https://a/{Config:Project}\","
                + "\"executionUrlTemplate\":\"https://a/{ExternalExecutionId}\","
                + "\"revisionUrlTemplate\":\"https://a/r\"}";
        String rest = ",\"inputArtifactDetails\":{\"minimumCount\":1,\"maximumCount\":2},"
                + "\"outputArtifactDetails\":{\"minimumCount\":0,\"maximumCount\":3},"
                + "\"declaration\":{\"description\":\"builds\",\"allowedAccounts\":[\"*\",\"111111111111\"],"
                + "\"pollingAccounts\":[\"222222222222\"],\"pollingServicePrincipals\":[\"ci.example\"],"
                + "\"policyStatementsTemplate\":\"{}\"},\"tags\":{\"stage\":\"\",\"team\":\"checkout\"}}";

        var response = server.send(
                "PUT",
                "/control/v1/action-types/Custom/Build/Own/8",
                "{\"settings\":" + settings
                        + ",\"configurationProperties\":[{\"name\":\"Project\",\"required\":true,\"key\":true,"
                        + "\"queryable\":true,\"description\":\"which\",\"type\":\"Number\"},"
                        + "{\"name\":\"Password\",\"secret\":true}]" + rest);

        assertThat(server.ports.calls())
                .containsExactly(List.of(
                        "putActionType",
                        new ActionType(
                                Samples.CUSTOM_TYPE,
                                new ActionTypeDefinition(
                                        new ActionTypeSettings(
                                                Optional.of("https://a/sign-up"),
                                                Optional.of(new UrlTemplate("https://a/{Config:Project}")),
                                                Optional.of(new UrlTemplate("https://a/{ExternalExecutionId}")),
                                                Optional.of(new UrlTemplate("https://a/r"))),
                                        List.of(
                                                new ConfigurationProperty(
                                                        "Project",
                                                        true,
                                                        true,
                                                        false,
                                                        true,
                                                        Optional.of("which"),
                                                        ConfigurationProperty.Type.Number),
                                                new ConfigurationProperty(
                                                        "Password",
                                                        false,
                                                        false,
                                                        true,
                                                        false,
                                                        Optional.empty(),
                                                        ConfigurationProperty.Type.String)),
                                        new ArtifactDetails(1, 2),
                                        new ArtifactDetails(0, 3)),
                                Timing.defaultsFor(ActionOwner.Custom),
                                new ProviderDeclaration(
                                        Optional.of("builds"),
                                        List.of("*", "111111111111"),
                                        List.of("222222222222"),
                                        List.of("ci.example"),
                                        Optional.of("{}")),
                                new Tags(Map.of("team", "checkout", "stage", "")),
                                false)));
        assertJson(
                response,
                200,
                "{\"actionTypeId\":" + Samples.CUSTOM_TYPE_JSON + ",\"dispatchLeaseSeconds\":60,"
                        + "\"jobTimeoutSeconds\":3600,\"actionTimeoutSeconds\":86400,\"continuationDelaySeconds\":30,"
                        + "\"settings\":" + settings
                        + ",\"configurationProperties\":[{\"name\":\"Project\",\"required\":true,\"key\":true,"
                        + "\"secret\":false,\"queryable\":true,\"description\":\"which\",\"type\":\"Number\"},"
                        + "{\"name\":\"Password\",\"required\":false,\"key\":false,\"secret\":true,"
                        + "\"queryable\":false,\"type\":\"String\"}]" + rest);
    }

    @Test
    void an_action_type_is_registered_with_its_durations() {
        var response = server.send(
                "PUT",
                TYPE_PATH,
                "{\"dispatchLeaseSeconds\":1,\"jobTimeoutSeconds\":2,\"actionTimeoutSeconds\":3,"
                        + "\"continuationDelaySeconds\":4}");

        assertThat(server.ports.calls()).containsExactly(List.of("putActionType", new ActionType(ACTION_TYPE, TIMING)));
        assertJson(response, 200, TYPE_VIEW);
    }

    @Test
    void durations_that_are_not_given_take_their_defaults() {
        ActionType byDefault = new ActionType(ACTION_TYPE, Timing.defaultsFor(ActionOwner.ThirdParty));

        server.send(server.to(TYPE_PATH).PUT(BodyPublishers.noBody()));
        server.send("PUT", TYPE_PATH, "{}");
        server.send("PUT", TYPE_PATH, "{\"jobTimeoutSeconds\":null}");

        assertThat(server.ports.calls()).hasSize(3).containsOnly(List.of("putActionType", byDefault));
    }

    @Test
    void an_action_type_is_shown() {
        server.ports.answer(new ActionType(ACTION_TYPE, TIMING));

        var response = server.get(TYPE_PATH);

        assertThat(server.ports.calls()).containsExactly(List.of("actionType", ACTION_TYPE));
        assertJson(response, 200, TYPE_VIEW);
    }

    @Test
    void action_types_are_listed() {
        server.ports.answer(List.of(new ActionType(ACTION_TYPE, TIMING)));

        assertJson(server.get("/control/v1/action-types"), 200, "{\"actionTypes\":[" + TYPE_VIEW + "]}");
    }

    @Test
    void a_client_is_registered_and_its_token_told() {
        server.ports.answer(new RegisteredClient(CLIENT_ID, CLIENT_TOKEN));
        String client = "{\"clientId\":\"c11e0000-0000-4000-8000-000000000001\",\"clientToken\":\"open-sesame\"}";

        assertJson(server.send("POST", "/control/v1/clients", client), 201, client);
        assertJson(server.send(server.to("/control/v1/clients").POST(BodyPublishers.noBody())), 201, client);

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("registerClient", Optional.of(CLIENT_ID), Optional.of(CLIENT_TOKEN)),
                        List.of("registerClient", Optional.empty(), Optional.empty()));
    }

    @Test
    void clients_are_listed_without_their_tokens() {
        server.ports.answer(List.of(CLIENT_ID));

        assertJson(
                server.get("/control/v1/clients"),
                200,
                "{\"clients\":[{\"clientId\":\"c11e0000-0000-4000-8000-000000000001\"}]}");
    }

    @Test
    void an_action_is_started_with_all_that_it_works_with() {
        server.ports.answer(new StartedAction(ACTION_ID, JOB_ID));

        var response = server.send(
                "POST",
                EXECUTIONS,
                "{\"actionTypeId\":" + ACTION_TYPE_JSON + ",\"clientId\":\"c11e0000-0000-4000-8000-000000000001\","
                        + "\"configuration\":{\"Suite\":\"smoke\",\"Ünïcode\":\"☃ 𝄞\"},"
                        + "\"pipelineContext\":{\"pipelineName\":\"shop\",\"stage\":{\"name\":\"Verify\"},"
                        + "\"action\":{\"name\":\"Smoke\",\"actionExecutionId\":\"made-up\"},"
                        + "\"pipelineArn\":\"" + Samples.PIPELINE_ARN + "\","
                        + "\"pipelineExecutionId\":\"" + Samples.PIPELINE_EXECUTION_ID + "\"},"
                        + "\"inputArtifacts\":[{\"name\":\"build\",\"revision\":\"rev-3\",\"location\":{\"type\":\"S3\","
                        + "\"s3Location\":{\"bucketName\":\"in-bucket\",\"objectKey\":\"in/key.zip\"}}}],"
                        + "\"outputArtifacts\":[{\"name\":\"report\"}],"
                        + "\"encryptionKey\":{\"id\":\"key-9\",\"type\":\"KMS\"}}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("startActionExecution", ACTION_TYPE, Optional.of(CLIENT_ID), Samples.INPUT));
        assertJson(
                response,
                201,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\","
                        + "\"jobId\":\"10b00000-0000-4000-8000-000000000002\"}");
        assertThat(response.headers().firstValue("Location"))
                .contains(EXECUTIONS + "/ac710000-0000-4000-8000-000000000004");
    }

    @Test
    void a_custom_action_needs_a_type_and_nothing_else() {
        server.ports.answer(new StartedAction(ACTION_ID, JOB_ID));

        server.send("POST", EXECUTIONS, "{\"actionTypeId\":" + Samples.CUSTOM_TYPE_JSON + "}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("startActionExecution", Samples.CUSTOM_TYPE, Optional.empty(), Samples.EMPTY_INPUT));
    }

    @Test
    void a_custom_action_is_shown_with_its_output_variables_and_without_a_client() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("Z", "1");
        variables.put("A", "");
        var progress = new ActionProgress(
                ExecutionDetails.NONE, Optional.empty(), new OutputVariables(variables), Optional.empty());
        server.ports.answer(new ActionExecutionReport(
                new ActionExecutionSummary(
                        ACTION_ID,
                        Samples.CUSTOM_TYPE,
                        Optional.empty(),
                        Samples.STARTED,
                        ActionExecutionStatus.Succeeded,
                        progress,
                        ActionUrls.NONE),
                Map.of(),
                List.of()));

        assertJson(
                server.get(EXECUTIONS + "/ac710000-0000-4000-8000-000000000004"),
                200,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\",\"actionTypeId\":"
                        + Samples.CUSTOM_TYPE_JSON + ",\"startedAt\":\"2026-11-20T10:15:30.000Z\","
                        + "\"status\":\"Succeeded\",\"outputVariables\":{\"Z\":\"1\",\"A\":\"\"},\"jobs\":[]}");
    }

    @Test
    void a_third_party_action_needs_a_type_and_a_client_and_nothing_else() {
        server.ports.answer(new StartedAction(ACTION_ID, JOB_ID));

        server.send(
                "POST",
                EXECUTIONS,
                "{\"actionTypeId\":" + ACTION_TYPE_JSON + ",\"clientId\":\"c11e0000-0000-4000-8000-000000000001\"}");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("startActionExecution", ACTION_TYPE, Optional.of(CLIENT_ID), Samples.EMPTY_INPUT));
    }

    @Test
    void an_action_execution_is_shown_with_all_that_was_reported() {
        server.ports.answer(Samples.failed());

        var response = server.get(EXECUTIONS + "/ac710000-0000-4000-8000-000000000004");

        assertThat(server.ports.calls()).containsExactly(List.of("actionExecution", ACTION_ID));
        assertJson(
                response,
                200,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"" + OF_ACTION
                        + ",\"startedAt\":\"2026-11-20T10:15:30.000Z\",\"status\":\"Failed\","
                        + "\"summary\":\"half done\",\"percentComplete\":50,\"externalExecutionId\":\"run-8\","
                        + "\"currentRevision\":{\"revision\":\"rev-4\",\"changeIdentifier\":\"change-5\","
                        + "\"created\":\"2026-11-20T10:15:30.001Z\",\"revisionSummary\":\"a fix\"},"
                        + "\"entityUrl\":\"https://a/entity\",\"executionUrl\":\"https://a/execution\","
                        + "\"revisionUrl\":\"https://a/revision\","
                        + "\"errorDetails\":{\"code\":\"ConfigurationError\",\"message\":\"no such suite\"},"
                        + "\"configuration\":{\"Suite\":\"smoke\",\"Password\":\"****\"},"
                        + "\"jobs\":[" + Samples.lifeJson(JOB_ID, JobStatus.Succeeded) + "},"
                        + Samples.lifeJson(NEXT_JOB_ID, JobStatus.Failed) + "}]}");
    }

    @Test
    void an_action_execution_leaves_out_what_nobody_reported() {
        server.ports.answer(Samples.running());

        assertJson(
                server.get(EXECUTIONS + "/x"),
                200,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"" + OF_ACTION
                        + ",\"startedAt\":\"2026-11-20T10:15:30.000Z\",\"status\":\"InProgress\","
                        + "\"jobs\":[" + Samples.lifeJson(JOB_ID, JobStatus.Queued) + "}]}");
    }

    @Test
    void action_executions_are_listed_page_by_page() {
        server.ports.answer(new Page<>(List.of(Samples.runningSummary()), Optional.of("page+2/")));

        var first = server.get(EXECUTIONS);
        server.ports.answer(new Page<>(List.of(), Optional.empty()));
        var second = server.get(EXECUTIONS + "?maxResults=7&nextToken=page%2B2/");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("actionExecutions", PageRequest.first()),
                        List.of("actionExecutions", new PageRequest(7, Optional.of("page+2/"))));
        assertJson(
                first,
                200,
                "{\"actionExecutions\":[{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"" + OF_ACTION
                        + ",\"startedAt\":\"2026-11-20T10:15:30.000Z\",\"status\":\"InProgress\"}],"
                        + "\"nextToken\":\"page+2/\"}");
        assertJson(second, 200, "{\"actionExecutions\":[]}");
    }

    @Test
    void jobs_are_listed_by_status_page_by_page() {
        server.ports.answer(new Page<>(List.of(Samples.job(JOB_ID, JobStatus.TimedOut)), Optional.of("more")));

        var response = server.get("/control/v1/jobs?status=TimedOut&maxResults=1");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("jobs", Optional.of(JobStatus.TimedOut), new PageRequest(1, Optional.empty())));
        assertJson(
                response,
                200,
                "{\"jobs\":[" + Samples.lifeJson(JOB_ID, JobStatus.TimedOut) + OF_ACTION
                        + ",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}],\"nextToken\":\"more\"}");
    }

    @Test
    void a_job_is_shown_with_its_action() {
        server.ports.answer(Samples.job(JOB_ID, JobStatus.InProgress));

        var response = server.get("/control/v1/jobs/10b00000-0000-4000-8000-000000000002");

        assertThat(server.ports.calls()).containsExactly(List.of("job", JOB_ID));
        assertJson(
                response,
                200,
                Samples.lifeJson(JOB_ID, JobStatus.InProgress) + OF_ACTION
                        + ",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}");
    }

    @Test
    void the_server_is_ready_when_its_store_answers() {
        server.ports.answer(true);
        assertJson(server.get("/health"), 200, "{\"status\":\"ready\"}");

        server.ports.answer(false);
        assertJson(server.get("/health"), 503, "{\"status\":\"not ready\"}");
    }

    @Test
    void a_head_is_answered_like_a_get_without_the_body() {
        server.ports.answer(false);

        var response = server.send("HEAD", "/health", "");

        assertJson(response, 503, "");
    }

    @Test
    void the_server_describes_itself() {
        var response = server.get("/control/v1/openapi.json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(response.body()).startsWith("{").contains("\"openapi\": \"3.1.0\"");
    }

    private static void assertJson(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().map().keySet()).noneMatch(header -> header.startsWith("access-control"));
    }
}
