package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions are started, waited for and shown. */
class ActionCommandsTest extends WithFakeControlApi {

    private static final String START = "POST /control/v1/action-executions";
    private static final String STARTED = "{\"actionExecutionId\":\"a-1\",\"jobId\":\"j-1\"}";
    private static final String SHOW = "GET /control/v1/action-executions/a-1";
    private static final String WAIT = SHOW + "?waitSeconds=1";

    @Test
    void action_executions_are_listed_and_shown() {
        String action = action("InProgress", "\"percentComplete\":40,\"summary\":\"Step 2\"");
        server.answers("GET /control/v1/action-executions", 200, "{\"actionExecutions\":[" + action + "]}");
        server.answers(SHOW, 200, action);

        assertThat(jobport("action", "list")).isZero();
        assertThat(jobport("action", "show", "a-1")).isZero();

        assertThat(out.toString())
                .contains("a-1               InProgress  40")
                .contains("Percent complete    40", "Summary             Step 2");
    }

    @Test
    void an_action_is_started_with_all_that_is_given() {
        server.answers(START, 201, STARTED);

        int exit = jobport(
                "action",
                "start",
                "--action-type",
                "ThirdParty/Test/Acme/1",
                "--client-id",
                "c-1",
                "--configuration",
                "steps=3",
                "url=http://x/?a=b",
                "--pipeline-name",
                "P",
                "--stage",
                "S",
                "--action",
                "A",
                "--input-artifact",
                "src=bucket/some/key.zip",
                "--output-artifact",
                "out=b/k");

        assertThat(exit).isZero();
        assertThat(server.requests)
                .containsExactly(START + " {\"actionTypeId\":{\"owner\":\"ThirdParty\",\"category\":\"Test\","
                        + "\"provider\":\"Acme\",\"version\":\"1\"},\"clientId\":\"c-1\","
                        + "\"configuration\":{\"steps\":\"3\",\"url\":\"http://x/?a=b\"},"
                        + "\"inputArtifacts\":[{\"name\":\"src\",\"location\":{\"type\":\"S3\",\"s3Location\":"
                        + "{\"bucketName\":\"bucket\",\"objectKey\":\"some/key.zip\"}}}],"
                        + "\"outputArtifacts\":[{\"name\":\"out\",\"location\":{\"type\":\"S3\",\"s3Location\":"
                        + "{\"bucketName\":\"b\",\"objectKey\":\"k\"}}}],"
                        + "\"pipelineContext\":{\"pipelineName\":\"P\",\"stage\":{\"name\":\"S\"},"
                        + "\"action\":{\"name\":\"A\"}}}");
        assertThat(out.toString().lines()).containsExactly("ACTION EXECUTION  JOB", "a-1               j-1");
    }

    @Test
    void options_add_to_a_request_from_a_file(@TempDir Path directory) throws IOException {
        Path request = Files.writeString(
                directory.resolve("request.json"), "{\"clientId\":\"c-1\",\"configuration\":{\"steps\":\"3\"}}");
        server.answers(START, 201, STARTED);

        jobport("action", "start", "--request", request.toString(), "--configuration", "fail=true");

        assertThat(server.requests)
                .containsExactly(
                        START + " {\"clientId\":\"c-1\",\"configuration\":{\"steps\":\"3\",\"fail\":\"true\"}}");
    }

    @Test
    void an_action_is_followed_to_its_end_where_too_many_wait() {
        server.answers(START, 201, STARTED)
                .answers(SHOW, 200, action("InProgress", "\"percentComplete\":40"))
                .answers(
                        WAIT,
                        429,
                        "{\"type\":\"urn:jobport:problem:too-many-waits\",\"title\":\"Too many wait at"
                                + " once\",\"status\":429}")
                .answers(SHOW, 200, action("Succeeded", "\"percentComplete\":100"));

        assertThat(jobport("action", "start", "--action-type", "ThirdParty/Test/Acme/1", "--wait"))
                .isZero();
        assertThat(server.requests).hasSize(4).endsWith(SHOW, WAIT, SHOW);
    }

    @Test
    void a_request_that_is_no_json_is_told_in_one_line(@TempDir Path directory) throws IOException {
        Path request = Files.writeString(directory.resolve("request.json"), "{oops");

        assertThat(jobport("action", "start", "--request", request.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("request.json holds no JSON");
    }

    @Test
    void a_request_to_which_the_options_cannot_be_added_is_told_in_one_line(@TempDir Path directory)
            throws IOException {
        Path request = Files.writeString(
                directory.resolve("request.json"),
                "{\"configuration\":5,\"inputArtifacts\":{},\"pipelineContext\":[]}");

        for (String[] option : new String[][] {
            {"--configuration", "a=b"}, {"--input-artifact", "src=bucket/key"}, {"--stage", "S"}, {"--action", "A"}
        }) {
            assertThat(jobport("action", "start", "--request", request.toString(), option[0], option[1]))
                    .isEqualTo(1);
        }

        assertThat(err.toString().lines()).hasSize(4).allMatch(line -> line.contains("request.json: it is not a"));
        assertThat(server.requests).isEmpty();
    }

    @Test
    void what_a_request_holds_is_for_the_server_to_judge(@TempDir Path directory) throws IOException {
        Path request = Files.writeString(directory.resolve("request.json"), "{\"configuration\":5}");
        server.answers(START, 400, "{\"title\":\"A value is of the wrong JSON type\",\"status\":400}");

        assertThat(jobport("action", "start", "--request", request.toString())).isEqualTo(1);

        assertThat(server.requests).containsExactly(START + " {\"configuration\":5}");
        assertThat(err.toString()).contains("A value is of the wrong JSON type");
    }

    @Test
    void a_timeout_in_the_past_is_refused_and_nothing_is_started() {
        assertThat(jobport("action", "start", "--wait", "--timeout", "-1")).isEqualTo(2);

        assertThat(server.requests).isEmpty();
        assertThat(err.toString()).contains("--timeout takes 0 or more seconds, not -1");
    }

    @Test
    void a_timeout_without_waiting_is_refused_and_nothing_is_started() {
        assertThat(jobport("action", "start", "--timeout", "5")).isEqualTo(2);

        assertThat(server.requests).isEmpty();
        assertThat(err.toString()).contains("--timeout is for how long to wait; give it together with --wait");
    }

    @Test
    void an_action_is_stopped_and_shown() {
        server.answers(
                "POST /control/v1/action-executions/a-1/stop",
                200,
                action("Abandoned", "\"jobs\":[{\"jobId\":\"j-1\",\"status\":\"Abandoned\"}]"));

        assertThat(jobport("action", "stop", "a-1")).isZero();

        assertThat(out.toString()).contains("Status              Abandoned", "Job                 j-1  Abandoned");
    }

    @Test
    void waiting_ends_with_1_when_the_action_is_stopped() {
        server.answers(START, 201, STARTED).answers(SHOW, 200, action("Abandoned", "\"jobs\":[]"));

        assertThat(jobport("action", "start", "--wait")).isEqualTo(1);

        assertThat(out.toString().lines()).last().isEqualTo("Abandoned");
    }

    @Test
    void an_action_is_shown_with_its_configuration_and_where_it_leads() {
        server.answers(
                SHOW,
                200,
                action(
                        "InProgress",
                        "\"pipelineContext\":{\"pipelineName\":\"shop\",\"stage\":{\"name\":\"Verify\"},\"action\":{\"name\":\"Smoke\"}},"
                                + "\"configuration\":{\"Project\":\"shop\",\"Password\":\"****\"},\"entityUrl\":\"https://a/shop\","
                                + "\"executionUrl\":\"https://a/run-8\",\"revisionUrl\":\"https://a/c0ffee\",\"jobs\":[]"));

        assertThat(jobport("action", "show", "a-1")).isZero();

        assertThat(out.toString().lines().skip(2))
                .containsExactly(
                        "Action type         ThirdParty/Test/Acme/1",
                        "Client              c-1",
                        "Started             2026-11-01T10:00:00.000Z",
                        "Pipeline            shop / Verify / Smoke",
                        "Configuration       Project=shop",
                        "Configuration       Password=****",
                        "Entity URL          https://a/shop",
                        "Execution URL       https://a/run-8",
                        "Revision URL        https://a/c0ffee");
    }

    @Test
    void waiting_shows_each_step_once_and_ends_with_0_when_the_action_succeeded() {
        server.answers(START, 201, STARTED)
                .answers(
                        SHOW,
                        200,
                        action(
                                "InProgress",
                                "\"jobs\":[{\"jobId\":\"j-1\",\"transitions\":["
                                        + "{\"status\":\"Queued\",\"at\":\"2026-11-01T10:00:00.000Z\"}]}]"))
                .answers(
                        WAIT,
                        200,
                        action(
                                "InProgress",
                                "\"percentComplete\":50,\"summary\":\"Half\",\"jobs\":["
                                        + "{\"jobId\":\"j-1\",\"transitions\":[{\"status\":\"Queued\",\"at\":\"2026-11-01T10:00:00.000Z\"},"
                                        + "{\"status\":\"Succeeded\",\"at\":\"2026-11-01T10:00:01.000Z\"}]},"
                                        + "{\"jobId\":\"j-2\",\"transitions\":[{\"status\":\"Created\",\"at\":\"2026-11-01T10:00:01.000Z\"}]}]"))
                .answers(WAIT, 200, action("Succeeded", "\"percentComplete\":100,\"summary\":\"Done\""));

        assertThat(jobport("action", "start", "--wait")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "Action execution a-1",
                        "10:00:00.000Z  job j-1  Queued",
                        "[------------------------------]   0 %  InProgress",
                        "10:00:01.000Z  job j-1  Succeeded",
                        "10:00:01.000Z  job j-2  Created",
                        "[###############---------------]  50 %  Half",
                        "[##############################] 100 %  Done",
                        "Succeeded");
    }

    @Test
    void waiting_ends_with_1_when_the_action_failed() {
        server.answers(START, 201, STARTED)
                .answers(SHOW, 200, action("Failed", "\"errorDetails\":{\"code\":\"JobFailed\",\"message\":\"Oh\"}"));

        assertThat(jobport("action", "start", "--wait")).isEqualTo(1);

        assertThat(out.toString().lines()).last().isEqualTo("Failed JobFailed: Oh");
    }

    @Test
    void waiting_ends_with_124_when_the_action_timed_out() {
        for (String code : new String[] {"JobTimedOut", "ActionTimedOut"}) {
            server.answers(START, 201, STARTED)
                    .answers(
                            SHOW,
                            200,
                            action("Failed", "\"errorDetails\":{\"code\":\"" + code + "\",\"message\":\"\"}"));

            assertThat(jobport("action", "start", "--wait")).isEqualTo(124);
        }
    }

    @Test
    void waiting_gives_up_with_124_when_its_own_time_is_over() {
        server.answers(START, 201, STARTED).answers(SHOW, 200, action("InProgress", "\"jobs\":[]"));

        assertThat(jobport("action", "start", "--wait", "--timeout", "0")).isEqualTo(124);

        assertThat(err.toString().strip())
                .isEqualTo("jobport action start: still in progress after 0 s; see jobport action show a-1");
    }

    @Test
    void waiting_with_json_prints_the_last_report_only() throws IOException {
        String report = action("Succeeded", "\"jobs\":[]");
        server.answers(START, 201, STARTED).answers(SHOW, 200, report);

        assertThat(jobport("action", "start", "--wait", "--json")).isZero();

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(out.toString())).isEqualTo(json.readTree(report));
    }

    private static String action(String status, String more) {
        return "{\"actionExecutionId\":\"a-1\",\"actionTypeId\":{\"category\":\"Test\",\"owner\":\"ThirdParty\","
                + "\"provider\":\"Acme\",\"version\":\"1\"},\"clientId\":\"c-1\",\"startedAt\":\"2026-11-01T10:00:00.000Z\","
                + "\"status\":\"" + status + "\"," + more + "}";
    }
}
