package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What went wrong is told in one line, and by the exit status. */
class FailedCommandsTest extends WithFakeControlApi {

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
        server.answers("POST /control/v1/action-executions", 400, """
            {"title":"The request is not valid","status":400,"detail":"2 validation errors detected: ...","errors":[
             {"path":"actionTypeId","message":"must not be null"},{"path":"clientId","message":"must not be null"}]}\
            """);

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

    @Test
    void help_for_a_command_that_does_not_exist_fails_and_names_it() {
        for (String[] arguments : new String[][] {{"completion", "--help"}, {"action", "completion", "--help"}}) {
            assertThat(jobport(arguments)).isEqualTo(2);
        }

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("completion");
    }

    @Test
    void help_for_a_command_that_exists_is_given() {
        assertThat(jobport("action", "start", "--help")).isZero();
        assertThat(out.toString()).contains("Start an action.");
    }
}
