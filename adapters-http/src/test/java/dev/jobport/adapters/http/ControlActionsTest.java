package dev.jobport.adapters.http;

import static dev.jobport.adapters.http.SampleJson.ACTION_NAME;
import static dev.jobport.adapters.http.SampleJson.ACTION_TYPE_JSON;
import static dev.jobport.adapters.http.SampleJson.ARTIFACTS;
import static dev.jobport.adapters.http.SampleJson.CONFIGURATION;
import static dev.jobport.adapters.http.SampleJson.ENCRYPTION_KEY;
import static dev.jobport.adapters.http.SampleJson.PIPELINE_EXECUTION;
import static dev.jobport.contracts.fixtures.Samples.ACTION_ID;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CUSTOM_ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.job.JobStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked about actions and their jobs: requests become these domain values, and answers this JSON. */
class ControlActionsTest extends WithServer {

    private static final String EXECUTIONS = "/control/v1/action-executions";
    private static final String OF_ACTION =
            ",\"actionTypeId\":" + ACTION_TYPE_JSON + ",\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\"";

    @Test
    void an_action_is_started_with_all_that_it_works_with() {
        server.ports.answer(new StartedAction(ACTION_ID, JOB_ID));

        var response = server.send(
                "POST",
                EXECUTIONS,
                "{\"actionTypeId\":" + ACTION_TYPE_JSON + ",\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\","
                        + CONFIGURATION + ",\"pipelineContext\":{" + ACTION_NAME
                        + ",\"actionExecutionId\":\"made-up\"}," + PIPELINE_EXECUTION + "}," + ARTIFACTS + ","
                        + ENCRYPTION_KEY + "}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("startActionExecution", ACTION_TYPE, Optional.of(CLIENT), FULL_INPUT));
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

        server.send("POST", EXECUTIONS, "{\"actionTypeId\":" + SampleJson.CUSTOM_TYPE_JSON + "}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("startActionExecution", CUSTOM_ACTION_TYPE, Optional.empty(), BARE_INPUT));
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
                        CUSTOM_ACTION_TYPE,
                        Optional.empty(),
                        START,
                        ActionExecutionStatus.Succeeded,
                        progress,
                        ActionUrls.NONE),
                Map.of(),
                PipelineContext.NONE,
                List.of()));

        assertJson(
                server.get(EXECUTIONS + "/ac710000-0000-4000-8000-000000000004"),
                200,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\",\"actionTypeId\":"
                        + SampleJson.CUSTOM_TYPE_JSON + ",\"startedAt\":\"2026-03-04T05:06:07.089Z\","
                        + "\"status\":\"Succeeded\",\"outputVariables\":{\"Z\":\"1\",\"A\":\"\"},\"jobs\":[]}");
    }

    @Test
    void a_third_party_action_needs_a_type_and_a_client_and_nothing_else() {
        server.ports.answer(new StartedAction(ACTION_ID, JOB_ID));

        server.send(
                "POST",
                EXECUTIONS,
                "{\"actionTypeId\":" + ACTION_TYPE_JSON + ",\"clientId\":\"0a1b2c3d-0000-4000-8000-00000000c11e\"}");

        assertThat(server.ports.calls())
                .containsExactly(List.of("startActionExecution", ACTION_TYPE, Optional.of(CLIENT), BARE_INPUT));
    }

    @Test
    void an_action_execution_is_shown_with_all_that_was_reported() {
        server.ports.answer(SampleJson.failed());

        var response = server.get(EXECUTIONS + "/ac710000-0000-4000-8000-000000000004");

        assertThat(server.ports.calls()).containsExactly(List.of("actionExecution", ACTION_ID));
        assertJson(
                response,
                200,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"" + OF_ACTION
                        + ",\"startedAt\":\"2026-03-04T05:06:07.089Z\",\"status\":\"Failed\","
                        + "\"summary\":\"läuft 🏃 läuft\",\"percentComplete\":37,"
                        + "\"externalExecutionId\":\"external-42\","
                        + "\"currentRevision\":{\"revision\":\"the-revision\",\"changeIdentifier\":\"the-change\","
                        + "\"created\":\"2025-12-24T18:19:20.123Z\",\"revisionSummary\":\"Größere Änderung 変更\"},"
                        + "\"entityUrl\":\"https://a/entity\",\"executionUrl\":\"https://a/execution\","
                        + "\"revisionUrl\":\"https://a/revision\","
                        + "\"errorDetails\":{\"code\":\"RevisionUnavailable\","
                        + "\"message\":\"Die Prüfung schlug fehl: \\\"¿qué?\\\" 失敗\"},"
                        + "\"configuration\":{\"Apple\":\"c\",\"Schlüssel\":\"****\"},"
                        + "\"pipelineContext\":{" + ACTION_NAME + "}," + PIPELINE_EXECUTION + "},"
                        + "\"jobs\":[" + SampleJson.lifeJson(JOB_ID, JobStatus.Succeeded) + "},"
                        + SampleJson.lifeJson(NEXT_JOB_ID, JobStatus.Failed) + "}]}");
    }

    @Test
    void an_action_execution_leaves_out_what_nobody_reported() {
        server.ports.answer(SampleJson.running());

        assertJson(
                server.get(EXECUTIONS + "/x"),
                200,
                "{\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"" + OF_ACTION
                        + ",\"startedAt\":\"2026-03-04T05:06:07.089Z\",\"status\":\"InProgress\","
                        + "\"jobs\":[" + SampleJson.lifeJson(JOB_ID, JobStatus.Queued) + "}]}");
    }

    @Test
    void an_action_is_stopped_and_shown_as_it_stands_then() {
        server.ports.answer(SampleJson.running());

        var response = server.send("POST", EXECUTIONS + "/ac710000-0000-4000-8000-000000000004/stop", "");

        assertThat(server.ports.calls()).containsExactly(List.of("stopActionExecution", ACTION_ID));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(server.get(EXECUTIONS + "/ac710000-0000-4000-8000-000000000004")
                        .body());
    }

    @Test
    void action_executions_are_listed_page_by_page() {
        server.ports.answer(new Page<>(List.of(SampleJson.runningSummary()), Optional.of("page+2/")));

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
                        + ",\"startedAt\":\"2026-03-04T05:06:07.089Z\",\"status\":\"InProgress\"}],"
                        + "\"nextToken\":\"page+2/\"}");
        assertJson(second, 200, "{\"actionExecutions\":[]}");
    }

    @Test
    void jobs_are_listed_by_status_page_by_page() {
        server.ports.answer(new Page<>(List.of(SampleJson.job(JOB_ID, JobStatus.TimedOut)), Optional.of("more")));

        var response = server.get("/control/v1/jobs?status=TimedOut&maxResults=1");

        assertThat(server.ports.calls())
                .containsExactly(
                        List.of("jobs", Optional.of(JobStatus.TimedOut), new PageRequest(1, Optional.empty())));
        assertJson(
                response,
                200,
                "{\"jobs\":[" + SampleJson.lifeJson(JOB_ID, JobStatus.TimedOut) + OF_ACTION
                        + ",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}],\"nextToken\":\"more\"}");
    }

    @Test
    void a_job_is_shown_with_its_action() {
        server.ports.answer(SampleJson.job(JOB_ID, JobStatus.InProgress));

        var response = server.get("/control/v1/jobs/10b00000-0000-4000-8000-000000000002");

        assertThat(server.ports.calls()).containsExactly(List.of("job", JOB_ID));
        assertJson(
                response,
                200,
                SampleJson.lifeJson(JOB_ID, JobStatus.InProgress) + OF_ACTION
                        + ",\"actionExecutionId\":\"ac710000-0000-4000-8000-000000000004\"}");
    }
}
