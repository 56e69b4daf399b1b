package dev.jobport.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

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
                        + "an action needs its type: give --action-type; a third-party action needs its client: give"
                        + " --client-id (jobport client create registers one)");
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

        assertThat(err.toString().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("jobport") && line.endsWith(" --help)"));
    }

    @Test
    void what_is_misspelt_is_told_with_what_may_have_been_meant() {
        run("action-typ", "list");
        run("action", "lst");
        run("job", "list", "--stauts=Queued");
        run("job", "show", "x", "y");
        run("nonsense");

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport: unknown command 'action-typ'; did you mean 'action-type'? (see jobport --help)",
                        "jobport action: unknown command 'lst'; did you mean 'list'? (see jobport action --help)",
                        "jobport job list: unknown option '--stauts'; did you mean '--status'? (see jobport job list"
                                + " --help)",
                        "jobport job show: unexpected argument 'y' (see jobport job show --help)",
                        "jobport: unknown command 'nonsense' (see jobport --help)");
    }

    @Test
    void a_value_that_is_not_of_the_form_is_told_with_the_form() {
        run("action", "start", "--configuration", "Project");
        run("action", "start", "--configuration");
        run("action-type", "set", "Custom/Build/Own/1", "--tag", "foo");
        run("action", "start", "--input-artifact", "foo");
        run("action", "start", "--output-artifact", "foo=bucket");
        run("action-type", "put", "Custom/Build/Own/1", "--property", "Project:requird");

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport action start: option '--configuration' takes KEY=VALUE, not 'Project' (see jobport"
                                + " action start --help)",
                        "jobport action start: Missing required parameter for option '--configuration' (KEY=VALUE) (see"
                                + " jobport action start --help)",
                        "jobport action-type set: option '--tag' takes KEY=VALUE, not 'foo' (see jobport action-type"
                                + " set --help)",
                        "jobport action start: Invalid value for option '--input-artifact' (NAME=BUCKET/KEY): 'foo' is"
                                + " not of the form NAME=BUCKET/KEY (see jobport action start --help)",
                        "jobport action start: Invalid value for option '--output-artifact' (NAME=BUCKET/KEY):"
                                + " 'foo=bucket' is not of the form NAME=BUCKET/KEY (see jobport action start --help)",
                        "jobport action-type put: --property takes no flag 'requird'; there are required, key, secret,"
                                + " queryable; did you mean 'required'? (see jobport action-type put --help)");
    }

    @Test
    void a_file_that_is_not_there_is_told_as_such() {
        assertThat(jobport("action", "start", "--request", "/nonexistent.json")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("jobport action start: cannot read /nonexistent.json: no such file");
    }

    @Test
    void a_group_of_commands_shows_its_help_and_ends_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: jobport [-hV] [COMMAND]", "action-type");
        assertThat(run("action")).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: jobport action [-hV] [COMMAND]", "start");
    }

    @Test
    void an_endpoint_without_a_scheme_is_told_with_it() {
        run("client", "list", "--endpoint", "127.0.0.1:8460");
        run("client", "list", "--endpoint", "localhost:8460");
        run("client", "list", "--endpoint", "[::1]:8460");
        run("client", "list", "--endpoint", "ftp://localhost");

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport client list: '127.0.0.1:8460' is no URL of a server: write http://127.0.0.1:8460",
                        "jobport client list: 'localhost:8460' is no URL of a server: write http://localhost:8460",
                        "jobport client list: '[::1]:8460' is no URL of a server: write http://[::1]:8460",
                        "jobport client list: 'ftp://localhost' is no URL of a server: begin it with http:// or"
                                + " https://");
    }

    @Test
    void an_unknown_host_is_told_as_such() {
        assertThat(run("client", "list", "--endpoint", "http://nowhere.invalid:8460"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("jobport client list: cannot connect to http://nowhere.invalid:8460: unknown host"
                        + " nowhere.invalid");
    }

    @Test
    void members_of_a_request_are_told_as_their_options() {
        server.answers("PUT /control/v1/action-types/Custom/Build/Own/1", 400, """
            {"title":"The request is not valid","status":400,"detail":"...","errors":[
             {"path":"jobTimeoutSeconds","message":"must be at least 1"},
             {"path":"configurationProperties.1.member.name","message":"must be short"},
             {"path":"provider","message":"must be short"}]}\
            """)
                .answers("POST /control/v1/action-executions", 400, """
                    {"title":"The request is not valid","status":400,
                     "detail":"Only a third-party action has a client; leave out clientId.","errors":[
                     {"path":"clientId","message":"Only a third-party action has a client; leave out clientId."}]}\
                    """);

        jobport("action-type", "put", "Custom/Build/Own/1");
        jobport("action", "start");

        assertThat(err.toString().lines())
                .containsExactly(
                        "jobport action-type put: The request is not valid: --job-timeout must be at least 1;"
                                + " --property (configurationProperties.1.member.name) must be short; provider must be"
                                + " short",
                        "jobport action start: Only a third-party action has a client; leave out --client-id.");
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

    @Test
    void an_argument_that_begins_with_an_at_sign_is_taken_as_it_is(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "--version");

        ParseResult parsed = Main.commandLine("job").parseArgs("job", "show", "@" + file);

        String job = parsed.subcommand().subcommand().matchedPositionalValue(0, "none");
        assertThat(job).isEqualTo("@" + file);
    }
}
