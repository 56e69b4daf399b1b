package dev.jobport.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class ServeCommandTest {

    @TempDir
    Path directory;

    private final StringWriter err = new StringWriter();

    @Test
    void the_server_tells_when_it_is_ready_and_ends_well_on_sigterm() throws Exception {
        Process server = start("--listen", "127.0.0.1:0");
        try (BufferedReader lines = server.inputReader()) {
            assertThat(lines.readLine())
                    .matches("Jobport ready on http://127\\.0\\.0\\.1:[1-9]\\d* \\(store memory\\)");
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void the_log_tells_of_which_server_it_is_how_it_started_and_that_it_stopped() throws Exception {
        Path log = directory.resolve("log");
        Process server = new ProcessBuilder(javaCommand(
                        Main.class.getName(),
                        "serve",
                        "--store",
                        "memory",
                        "--listen",
                        "127.0.0.1:0",
                        "--name",
                        "east"))
                .redirectError(log.toFile())
                .start();
        try (BufferedReader lines = server.inputReader()) {
            lines.readLine();
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }

        assertThat(Files.readAllLines(log))
                .satisfiesExactly(
                        started -> assertThat(started)
                                .contains("INFO  east Server started", "version=", "java=\"" + Runtime.version())
                                .contains("store=memory"),
                        stopping -> assertThat(stopping).contains("east ServeCommand stopping"),
                        stopped -> assertThat(stopped).endsWith("east Server stopped"));
    }

    @Test
    void what_is_no_name_level_or_format_of_a_log_is_a_wrong_call() {
        assertThat(serve("--name", "a\nb")).isEqualTo(2);
        assertThat(serve("--log-level", "loud")).isEqualTo(2);
        assertThat(serve("--log-format", "xml")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(3);
    }

    @Test
    void an_ipv6_address_is_given_in_brackets() throws Exception {
        Process server = start("--listen", "[::1]:0");
        try (BufferedReader lines = server.inputReader()) {
            assertThat(lines.readLine()).startsWith("Jobport ready on http://[::1]:");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(serve("--listen", "127.0.0.1:" + taken.getLocalPort(), "--store", "memory"))
                    .isEqualTo(1);
        }

        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("jobport serve: ");
    }

    @Test
    void settings_can_be_checked_without_a_start() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.json"), "{");
        String store = "sqlite:" + directory.resolve("never-made.db");

        assertThat(serve("--check", "--store", store)).isZero();
        for (String option : List.of("--credentials", "--artifact-credentials", "--secrets-key")) {
            assertThat(serve("--check", "--store", store, option, broken.toString()))
                    .as(option)
                    .isEqualTo(1);
        }
        assertThat(serve("--check", "--store", "mysql:x")).isEqualTo(1);
        assertThat(serve("--check", "--tls-certificate", broken.toString(), "--tls-key", broken.toString()))
                .isEqualTo(1);

        assertThat(directory.resolve("never-made.db")).doesNotExist();
        assertThat(err.toString().lines()).hasSize(5).allMatch(line -> line.startsWith("jobport serve: "));
    }

    @Test
    void a_variable_that_looks_like_a_setting_and_is_none_is_told_of() {
        ServeCommand serve = new ServeCommand();
        new CommandLine(serve);

        assertThat(serve.unknownVariables(Set.of("JOBPORT_LISTN", "JOBPORT_LISTEN", "JOBPORT_TOKEN", "HOME")))
                .containsExactly("The variable JOBPORT_LISTN means nothing here; did you mean 'JOBPORT_LISTEN'?");
    }

    @Test
    void a_setting_that_cannot_be_is_told_with_what_can_be() {
        assertThat(serve("--account-id", "12")).isEqualTo(2);
        assertThat(serve("--retention", "400")).isEqualTo(2);
        assertThat(serve("--listen", "127.0.0.1:99999")).isEqualTo(2);

        assertThat(err.toString())
                .contains("'12' is no account id: an account id has 12 digits")
                .contains("cannot keep jobs for '400': from PT1M (a minute) to 365 (days) are possible")
                .contains("cannot listen on '127.0.0.1:99999': HOST:PORT is expected, with a port of at most 65535");
    }

    @Test
    void without_credentials_only_loopback_is_listened_on() {
        for (String open : List.of("0.0.0.0:0", "[::]:0", "no-such-host.invalid:0")) {
            assertThat(serve("--listen", open, "--store", "memory")).as(open).isEqualTo(1);
        }

        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("jobport serve: Without credentials everybody who reaches ")
                        && line.contains("--credentials (or JOBPORT_CREDENTIALS)"));
    }

    @Test
    void credentials_that_cannot_be_used_are_told_in_one_line() {
        assertThat(serve("--credentials", "no-such-file.json", "--store", "memory"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("jobport serve: There is no credentials file no-such-file.json: write one, or name"
                        + " another.");
    }

    @Test
    void secrets_keys_that_cannot_be_used_are_told_in_one_line_with_how_to_make_one() {
        assertThat(serve("--secrets-key", "no-such-file.key", "--store", "memory"))
                .isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("jobport serve: The secrets key file no-such-file.key cannot be read"
                        + " (NoSuchFileException). Each line is a key, the first one seals. Make one with:"
                        + " openssl rand -base64 32.");
    }

    @Test
    void an_address_without_a_port_is_a_wrong_call() {
        for (String wrong : List.of("8460", "127.0.0.1", "::1:8460", "127.0.0.1:65536", "127.0.0.1:x", ":8460", "")) {
            assertThat(serve("--listen", wrong)).as(wrong).isEqualTo(2);
        }

        assertThat(err.toString().lines())
                .allMatch(line -> line.endsWith(
                        "HOST:PORT is expected, with a port of at most 65535 (see jobport serve --help)"));
    }

    @Test
    void a_retention_that_is_no_duration_or_out_of_its_range_is_refused() {
        for (String wrong : List.of("ninety", "-1", "", "P1X", "0", "366", "PT59S", "P366D")) {
            assertThat(serve("--store", "memory", "--retention", wrong))
                    .as(wrong)
                    .isEqualTo(2);
        }
    }

    @Test
    void jobs_may_be_kept_for_any_duration_within_the_range() throws Exception {
        Process server = start("--listen", "127.0.0.1:0", "--retention", "P1DT12H");
        try (BufferedReader lines = server.inputReader()) {
            assertThat(lines.readLine()).startsWith("Jobport ready on ");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void several_regions_may_be_served_and_are_told_apart_by_the_commands() throws Exception {
        Process server = start("--listen", "127.0.0.1:0", "--region", "us-east-1,eu-west-1");
        try (BufferedReader lines = server.inputReader()) {
            String endpoint = lines.readLine().split(" ")[3];
            String type = "Custom/Test/Own/1";
            assertThat(command("action-type", "put", type, "--endpoint", endpoint, "--region", "eu-west-1"))
                    .isZero();

            assertThat(command("action", "start", "--action-type", type, "--endpoint", endpoint))
                    .isEqualTo(1);
            assertThat(command(
                            "action", "start", "--action-type", type, "--endpoint", endpoint, "--region", "eu-west-1"))
                    .isZero();
            assertThat(command("job", "list", "--endpoint", endpoint, "--region", "moon-1"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("one of this server's: us-east-1, eu-west-1.");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void what_is_no_account_or_region_is_a_wrong_call() {
        assertThat(serve("--store", "memory", "--region", "us-east-1,Europe")).isEqualTo(2);
        assertThat(err.toString()).contains("'Europe' is no region: write it like us-east-1");
        assertThat(serve("--store", "memory", "--account-id", "12345")).isEqualTo(2);
    }

    @Test
    void with_a_certificate_it_is_https_for_the_commands_too() throws Exception {
        Path identity = directory.resolve("identity.p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                identity.toString(),
                "-storepass",
                "changeit");
        KeyStore store = KeyStore.getInstance(identity.toFile(), "changeit".toCharArray());
        Path certificate = pem("CERTIFICATE", store.getCertificate("server").getEncoded());
        Path key = pem(
                "PRIVATE KEY", store.getKey("server", "changeit".toCharArray()).getEncoded());

        Process server = start(
                "--listen", "127.0.0.1:0", "--tls-certificate", certificate.toString(), "--tls-key", key.toString());
        try (BufferedReader lines = server.inputReader()) {
            String ready = lines.readLine();
            assertThat(ready).startsWith("Jobport ready on https://127.0.0.1:");
            ProcessBuilder list = new ProcessBuilder(
                    javaCommand(Main.class.getName(), "job", "list", "--endpoint", ready.split(" ")[3]));
            list.environment().put("JOBPORT_CA", certificate.toString());
            assertThat(list.start().waitFor()).isZero();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void what_is_not_on_the_command_line_comes_from_the_environment() throws Exception {
        ProcessBuilder serve = new ProcessBuilder(javaCommand(Main.class.getName(), "serve"));
        serve.environment()
                .putAll(Map.of(
                        "JOBPORT_LISTEN", "127.0.0.1:0", "JOBPORT_STORE", "memory", "JOBPORT_ACCEPT_QUEUE", "0"));
        Process server = serve.start();

        assertThat(server.waitFor()).isEqualTo(2);
        assertThat(new String(server.getErrorStream().readAllBytes(), UTF_8))
                .startsWith("jobport serve: --accept-queue must be at least 1");
    }

    @Test
    void limits_that_make_no_sense_are_a_wrong_call() {
        for (String limit : List.of("body-bytes", "header-bytes", "connections")) {
            assertThat(serve("--max-" + limit, "0")).as(limit).isEqualTo(2);
            assertThat(err.toString()).contains("--max-" + limit + " must be at least 1");
        }
        assertThat(serve("--tls-key", "key.pem")).isEqualTo(2);
        assertThat(err.toString()).contains("--tls-certificate and --tls-key belong together");
    }

    @Test
    void an_unusable_certificate_is_told_in_one_line() throws Exception {
        Path nothing = Files.createFile(directory.resolve("nothing"));

        assertThat(serve(
                        "--store",
                        "memory",
                        "--listen",
                        "127.0.0.1:0",
                        "--tls-certificate",
                        nothing.toString(),
                        "--tls-key",
                        nothing.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("jobport serve: The TLS file " + nothing + " holds no certificate in PEM.");
    }

    @Test
    void the_help_tells_every_default() {
        StringWriter out = new StringWriter();
        Main.commandLine("serve").setOut(new PrintWriter(out, true)).execute("serve", "--help");

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Default: 1048576", "Default: 60")
                .doesNotContain("DEFAULT-VALUE");
    }

    private Path pem(String kind, byte[] bytes) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END "
                + kind + "-----\n";
        return Files.writeString(directory.resolve(kind), text);
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private int serve(String... args) {
        List<String> command = new ArrayList<>(List.of("serve"));
        command.addAll(List.of(args));
        return command(command.toArray(String[]::new));
    }

    private int command(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(Writer.nullWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    /** Another process, because signals are for whole processes. */
    private static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(Main.class.getName(), "serve", "--store", "memory"));
        command.addAll(List.of(args));
        return java(command.toArray(String[]::new));
    }

    private static Process java(String... args) throws IOException {
        return new ProcessBuilder(javaCommand(args))
                .redirectError(ServerLog.of(ServeCommandTest.class))
                .start();
    }

    private static List<String> javaCommand(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it had better start quickly
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(args));
        return command;
    }
}
