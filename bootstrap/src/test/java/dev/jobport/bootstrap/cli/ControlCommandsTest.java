package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ControlCommandsTest {

    private static final String ACTION_TYPE = """
            {"actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Acme","version":"1"},\
            "dispatchLeaseSeconds":60,"jobTimeoutSeconds":3600,"actionTimeoutSeconds":7200,"continuationDelaySeconds":0}""";
    private static final String START = "POST /control/v1/action-executions";
    private static final String STARTED = "{\"actionExecutionId\":\"a-1\",\"jobId\":\"j-1\"}";
    private static final String SHOW = "GET /control/v1/action-executions/a-1";
    private static final String WAIT = SHOW + "?waitSeconds=1";

    private final FakeControlApi server = new FakeControlApi();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_control_token_is_sent_if_there_is_one() {
        server.answers("GET /control/v1/clients", 200, "{}").answers("GET /control/v1/clients", 200, "{}");

        new ControlClient(server.endpoint(), Optional.of("open-sesame"), Optional.empty()).get("/clients");
        new ControlClient(server.endpoint()).get("/clients");

        assertThat(server.authorizations).containsExactly("Bearer open-sesame", null);
    }

    @Test
    void the_region_is_named_if_one_is_meant() {
        server.answers("GET /control/v1/clients?region=eu-west-1", 200, "{}")
                .answers("GET /control/v1/jobs?status=Queued&region=eu-west-1", 200, "{}");

        assertThat(jobport("client", "list", "--region", "eu-west-1")).isZero();
        assertThat(jobport("job", "list", "--status", "Queued", "--region", "eu-west-1"))
                .isZero();
    }

    @Test
    void an_action_type_is_put_with_the_durations_that_are_given() {
        server.answers("PUT /control/v1/action-types/ThirdParty/Test/Acme/1", 200, ACTION_TYPE);

        assertThat(jobport("action-type", "put", "ThirdParty/Test/Acme/1", "--continuation-delay", "0"))
                .isZero();

        assertThat(server.requests)
                .containsExactly(
                        "PUT /control/v1/action-types/ThirdParty/Test/Acme/1 {\"continuationDelaySeconds\":0}");
        assertThat(out.toString().lines())
                .containsExactly(
                        "ACTION TYPE             DISPATCH LEASE  JOB TIMEOUT  ACTION TIMEOUT  CONTINUATION DELAY",
                        "ThirdParty/Test/Acme/1  60 s            3600 s       7200 s          0 s");
    }

    @Test
    void a_name_of_strange_characters_reaches_the_server_as_it_is() {
        jobport("action-type", "put", "ThirdParty/Test/A c?me/1");

        assertThat(server.requests).containsExactly("PUT /control/v1/action-types/ThirdParty/Test/A%20c%3Fme/1 {}");
    }

    @Test
    void action_types_are_listed() {
        server.answers("GET /control/v1/action-types", 200, "{\"actionTypes\":[" + ACTION_TYPE + "]}");

        assertThat(jobport("action-type", "list")).isZero();

        assertThat(out.toString().lines()).hasSize(2).last().asString().startsWith("ThirdParty/Test/Acme/1  60 s");
    }

    @Test
    void json_is_the_servers_answer() throws IOException {
        server.answers("GET /control/v1/action-types", 200, "{\"actionTypes\":[" + ACTION_TYPE + "]}");

        jobport("action-type", "list", "--json");

        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(out.toString())).isEqualTo(json.readTree("{\"actionTypes\":[" + ACTION_TYPE + "]}"));
    }

    @Test
    void a_client_is_created_and_its_token_shown() {
        server.answers("POST /control/v1/clients", 201, "{\"clientId\":\"c-1\",\"clientToken\":\"secret\"}");

        assertThat(jobport("client", "create", "--client-id", "c-1", "--client-token", "secret"))
                .isZero();

        assertThat(server.requests)
                .containsExactly("POST /control/v1/clients {\"clientId\":\"c-1\",\"clientToken\":\"secret\"}");
        assertThat(out.toString().lines()).last().isEqualTo("c-1        secret");
    }

    @Test
    void clients_are_listed() {
        server.answers("GET /control/v1/clients", 200, "{\"clients\":[{\"clientId\":\"c-1\"},{\"clientId\":\"c-2\"}]}");

        assertThat(jobport("client", "list")).isZero();

        assertThat(out.toString().lines()).containsExactly("CLIENT ID", "c-1", "c-2");
    }

    @Test
    void jobs_are_listed_by_status_and_page() {
        server.answers("GET /control/v1/jobs?maxResults=1&nextToken=t%2F1&status=InProgress", 200, """
                {"jobs":[{"jobId":"j-1","status":"InProgress","transitions":[
                  {"status":"Created","at":"2026-11-01T10:00:00.000Z"},
                  {"status":"InProgress","at":"2026-11-01T10:00:07.000Z"}],
                  "actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Acme","version":"1"},
                  "clientId":"c-1","actionExecutionId":"a-1"}],"nextToken":"t/2"}""");

        assertThat(jobport("job", "list", "--status", "InProgress", "--max-results", "1", "--next-token", "t/1"))
                .isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "JOB  STATUS      SINCE                     ACTION TYPE             ACTION EXECUTION",
                        "j-1  InProgress  2026-11-01T10:00:07.000Z  ThirdParty/Test/Acme/1  a-1",
                        "More: --next-token t/2");
    }

    @Test
    void a_job_is_shown_with_its_life() {
        server.answers("GET /control/v1/jobs/j-1", 200, """
                {"jobId":"j-1","status":"Queued","transitions":[{"status":"Queued","at":"2026-11-01T10:00:00.000Z"}],
                 "actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Acme","version":"1"},
                 "clientId":"c-1","actionExecutionId":"a-1"}""");

        assertThat(jobport("job", "show", "j-1")).isZero();

        assertThat(out.toString())
                .contains("Job                 j-1", "Status              Queued")
                .contains("2026-11-01T10:00:00.000Z  Queued");
    }

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
    void an_action_type_is_registered_with_configuration_properties() {
        server.answers("PUT /control/v1/action-types/Custom/Build/Own/1", 200, ACTION_TYPE);

        jobport(
                "action-type",
                "put",
                "Custom/Build/Own/1",
                "--property",
                "Project:required,queryable",
                "--property",
                "Colour");

        assertThat(server.requests)
                .containsExactly("PUT /control/v1/action-types/Custom/Build/Own/1 {\"configurationProperties\":["
                        + "{\"name\":\"Project\",\"required\":true,\"queryable\":true},{\"name\":\"Colour\"}]}");
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
    void a_request_that_is_no_json_is_told_in_one_line(@TempDir Path directory) throws IOException {
        Path request = Files.writeString(directory.resolve("request.json"), "{oops");

        assertThat(jobport("action", "start", "--request", request.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("request.json holds no JSON");
    }

    @Test
    void an_action_is_shown_with_its_configuration_and_where_it_leads() {
        server.answers(
                SHOW,
                200,
                action(
                        "InProgress",
                        "\"configuration\":{\"Project\":\"shop\",\"Password\":\"****\"},\"entityUrl\":\"https://a/shop\","
                                + "\"executionUrl\":\"https://a/run-8\",\"revisionUrl\":\"https://a/c0ffee\",\"jobs\":[]"));

        assertThat(jobport("action", "show", "a-1")).isZero();

        assertThat(out.toString().lines().skip(2))
                .containsExactly(
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

    @Test
    void a_problem_is_told_in_one_line() {
        server.answers(
                "GET /control/v1/jobs/x",
                404,
                "{\"type\":\"t\",\"title\":\"There is no such job\",\"status\":404,\"detail\":\"No job x\\nexists.\"}");

        assertThat(jobport("job", "show", "x")).isEqualTo(1);

        assertThat(err.toString().lines()).containsExactly("jobport job show: No job x exists.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_a_request_is_told_in_one_line() {
        server.answers(START, 400, """
                {"title":"The request is not valid","status":400,"detail":"2 validation errors detected: ...","errors":[
                 {"path":"actionTypeId","message":"must not be null"},{"path":"clientId","message":"must not be null"}]}""");

        assertThat(jobport("action", "start")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("jobport action start: The request is not valid: "
                        + "actionTypeId must not be null; clientId must not be null");
    }

    @Test
    void an_answer_of_another_server_is_told_as_such() {
        server.answers("GET /control/v1/clients", 200, "text/html", "<html>");

        assertThat(jobport("client", "list")).isEqualTo(1);

        assertThat(err.toString()).contains("status 200 and no problem description: is it a Jobport server?");
    }

    @Test
    void a_server_that_does_not_run_is_told_in_one_line() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        String endpoint = "http://127.0.0.1:" + port;
        assertThat(run("client", "list", "--endpoint", endpoint)).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("jobport client list: cannot connect to " + endpoint + ": is the server running?");
    }

    @Test
    void an_endpoint_that_is_no_url_is_told_in_one_line() {
        assertThat(run("client", "list", "--endpoint", "nowhere at all")).isEqualTo(1);

        assertThat(err.toString().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("jobport client list: 'nowhere at all' is no URL of a server");
    }

    @Test
    void a_wrong_call_is_told_in_one_line_and_ends_with_2() {
        assertThat(run("action-type", "put", "Acme")).isEqualTo(2);
        assertThat(run("job", "list", "--colour")).isEqualTo(2);
        assertThat(run("action", "start", "--input-artifact", "src=bucket")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString().lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("jobport") && line.endsWith(" --help)"));
    }

    private static String action(String status, String more) {
        return "{\"actionExecutionId\":\"a-1\",\"actionTypeId\":{\"category\":\"Test\",\"owner\":\"ThirdParty\","
                + "\"provider\":\"Acme\",\"version\":\"1\"},\"clientId\":\"c-1\",\"startedAt\":\"2026-11-01T10:00:00.000Z\","
                + "\"status\":\"" + status + "\"," + more + "}";
    }

    private int jobport(String... args) {
        String[] withEndpoint = new String[args.length + 2];
        System.arraycopy(args, 0, withEndpoint, 0, args.length);
        withEndpoint[args.length] = "--endpoint";
        withEndpoint[args.length + 1] = server.endpoint();
        return run(withEndpoint);
    }

    private int run(String... args) {
        CommandLine command = Main.commandLine(args);
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
