package dev.jobport.verify.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.jobport.lab.Lab;
import dev.jobport.verify.lab.api.LabServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands that ask a lab say and exit with. */
class LabCommandTest {

    private static final String TYPE = "Custom/Build/Own/1";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private LabServer server;
    private Path tokenFile;

    @BeforeEach
    void start() throws IOException {
        String token = TokenFile.newToken();
        tokenFile = folder.resolve("token");
        TokenFile.write(tokenFile, token);
        server = new LabServer(0, token);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Lab newLab() {
        return server.open(Lab.builder().actionType(TYPE).seed(7), List.of(TYPE));
    }

    /** One after the other, as on a terminal. */
    private int run(String... args) {
        return runAt(server.uri().toString(), args);
    }

    private int runAt(String control, String... args) {
        PrintWriter terminal = new PrintWriter(out, true);
        return new CommandLine(new LabCommand())
                .setOut(terminal)
                .setErr(terminal)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    terminal.println(failure.getMessage());
                    return 1;
                })
                .execute(Stream.concat(
                                Stream.of(args), Stream.of("--control", control, "--token-file", tokenFile.toString()))
                        .toArray(String[]::new));
    }

    @Test
    void an_action_is_started_time_passes_and_the_worker_is_judged() {
        newLab();

        assertThat(run("start", "--action-type", TYPE, "--configuration", "Project=shop"))
                .isZero();
        assertThat(out.toString()).containsPattern("action [0-9a-f-]{36}, job [0-9a-f-]{36}");
        assertThat(run("time", "advance", "25h")).isZero();
        assertThat(out.toString()).contains(", PT25H ahead").containsPattern("job [0-9a-f-]{36}: Queued → TimedOut");
        Path report = folder.resolve("history.jsonl");
        assertThat(run("verdict", "--report", "history=" + report)).isEqualTo(3);
        assertThat(out.toString()).contains("inconclusive", "seed 7");
        assertThat(report).content().contains("\"to\":\"TimedOut\"");
    }

    @Test
    void a_jump_that_has_nothing_to_wait_for_fails() {
        newLab();
        run("start", "--action-type", TYPE);
        String told = out.toString();
        String job = told.substring(told.indexOf("job ") + 4).strip();

        assertThat(run("time", "until", "lease-lapses", "--job", job)).isEqualTo(1);
        assertThat(out.toString()).contains("Job " + job + " has no lease: it is Queued");
        assertThat(run("time", "until", "lease-lapses", "--action", job)).isEqualTo(2);
        assertThat(run("time", "until", "midnight", "--job", job)).isEqualTo(2);
        assertThat(out.toString()).contains("there is no 'midnight' to wait for; there are lease-lapses,");
    }

    @Test
    void faults_are_planned_listed_and_cleared() {
        newLab();

        assertThat(run("fault", "lost-answer@AcknowledgeJob#1", "throttle@Poll*"))
                .isZero();
        assertThat(run("fault")).isZero();
        assertThat(out.toString()).contains("lost-answer@AcknowledgeJob#1  (has not happened)");
        assertThat(run("fault", "--clear")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("fault")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("fault", "lost-answr@AcknowledgeJob")).isEqualTo(1);
    }

    @Test
    void options_that_would_do_nothing_are_refused() {
        newLab();

        assertThat(run("--port", "0", "fault")).isEqualTo(2);
        assertThat(out.toString()).contains("--port before the command is for a lab that is started");
        assertThat(run("--seed", "7", "time", "advance", "1s")).isEqualTo(2);
    }

    @Test
    void which_lab_is_meant_has_to_be_clear() {
        assertThat(run("fault")).isEqualTo(1);
        assertThat(out.toString()).contains("the process has no lab yet");
        newLab();
        newLab();
        assertThat(run("fault")).isEqualTo(1);
        assertThat(out.toString()).contains("say which with --lab: lab-1, lab-2");
        assertThat(run("fault", "--lab", "lab-2")).isZero();
        assertThat(run("fault", "--lab", "lab-3")).isEqualTo(1);
        assertThat(out.toString()).contains("There is no lab lab-3");
    }

    @Test
    void a_server_that_is_no_lab_is_told_from_one() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            assertThat(runAt("http://127.0.0.1:" + other.getAddress().getPort(), "time", "advance", "1h"))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("that server is no lab; its time does not travel");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void a_wrong_or_missing_token_is_told() throws IOException {
        newLab();
        Files.writeString(tokenFile, "another");
        assertThat(run("fault")).isEqualTo(1);
        assertThat(out.toString()).contains("the lab does not know the token");
        Files.delete(tokenFile);
        assertThat(run("fault")).isEqualTo(1);
        assertThat(out.toString()).contains("there is no token in " + tokenFile);
    }

    @Test
    void a_token_is_for_its_owner_only_and_takes_the_place_of_nothing_else() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile)))
                .isEqualTo("rw-------");
        TokenFile.write(tokenFile, TokenFile.newToken());
        Files.writeString(tokenFile, "a letter");

        assertThat(new CommandLine(new LabCommand())
                        .setErr(new PrintWriter(out, true))
                        .setExecutionExceptionHandler((failure, command, parsed) -> {
                            out.write(failure.getMessage());
                            return 1;
                        })
                        .execute("--control-port", "0", "--token-file", tokenFile.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("holds no token of a lab");
        assertThat(tokenFile).hasContent("a letter");
    }

    @Test
    void wrong_options_are_told() {
        for (List<String> wrong : List.of(
                List.of("--port", "70000"),
                List.of("--control-port", "-1"),
                List.of(
                        "--action-type",
                        "Own",
                        "--control-port",
                        "0",
                        "--token-file",
                        folder.resolve("t").toString()))) {
            assertThat(new CommandLine(new LabCommand())
                            .setErr(new PrintWriter(out, true))
                            .execute(wrong.toArray(String[]::new)))
                    .isEqualTo(2);
        }
        assertThat(out.toString()).contains("a port from 0 to 65535", "An action type is named like");
    }
}
