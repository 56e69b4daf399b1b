package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import dev.jobport.application.driving.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The server speaks TLS with the identity in its PEM files, and says in one line what is wrong with them. */
class TlsTest {

    private final RecordingPorts ports = new RecordingPorts();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"rsa, rsa", "rsa, rsa-pkcs1", "ec, ec", "ec, ec-sec1", "ed25519, ed25519"})
    void the_usual_forms_of_keys_are_read(String certificate, String key) throws Exception {
        ports.answer(true);
        HttpServer server = start(file(certificate + ".pem"), file(key + ".key"));
        try {
            assertThat(get(server, HttpClient.Version.HTTP_1_1).body()).isEqualTo("{\"status\":\"ready\"}");
        } finally {
            server.close();
        }
    }

    @Test
    void the_client_chooses_between_http_2_and_http_1_1() throws Exception {
        ports.answer(true);
        HttpServer server = start(file("rsa.pem"), file("rsa.key"));
        try {
            for (HttpClient.Version version : HttpClient.Version.values()) {
                if (version.ordinal() <= HttpClient.Version.HTTP_2.ordinal()) {
                    HttpResponse<String> response = get(server, version);
                    assertThat(response.statusCode()).isEqualTo(200);
                    assertThat(response.version()).isEqualTo(version);
                }
            }
        } finally {
            server.close();
        }
    }

    @Test
    void bodies_arrive_over_http_2_also_without_a_length() throws Exception {
        HttpServer server = start(file("rsa.pem"), file("rsa.key"));
        try {
            byte[] body = ("{\"unknown\":\"" + "x".repeat(60_000) + "\"}").getBytes();
            var publishers = List.of(
                    BodyPublishers.ofByteArray(body), BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)));
            for (var publisher : publishers) {
                var response = client(HttpClient.Version.HTTP_2)
                        .send(
                                HttpRequest.newBuilder(uri(server, "/"))
                                        .header("Content-Type", TestServer.AMZ_JSON)
                                        .header("X-Amz-Target", "CodePipeline_20150709.PollForThirdPartyJobs")
                                        .POST(publisher)
                                        .build(),
                                BodyHandlers.ofString());
                assertThat(response.body()).contains("ValidationException");
            }
        } finally {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void a_request_is_signed_for_the_host_that_it_calls(HttpClient.Version version) throws Exception {
        Instant now = Instant.parse("2026-11-23T21:00:00Z");
        Path keys = Files.writeString(
                directory.resolve("credentials.json"),
                "{\"keys\":[{\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\",\"control\":true}]}"
                        .formatted(DoorkeeperSamples.ACCESS_KEY_ID, DoorkeeperSamples.SECRET));
        HttpServer server = start(
                Doorkeeper.withCredentials(keys, List.of(DoorkeeperSamples.ACCOUNT), () -> now),
                file("rsa.pem"),
                file("rsa.key"));
        try {
            URI uri = uri(server, "/control/v1/openapi.json");
            for (String signed : List.of(uri.toString(), uri.toString().replace("127.0.0.1", "127.0.0.2"))) {
                HttpRequest.Builder request = DoorkeeperSamples.signed(
                        HttpRequest.newBuilder(uri), "GET", signed, new byte[0], DoorkeeperSamples.ACCESS_KEY_ID, now);
                HttpResponse<String> response = client(version).send(request.build(), BodyHandlers.ofString());

                assertThat(response.version()).isEqualTo(version);
                assertThat(response.statusCode()).as(signed).isEqualTo(signed.equals(uri.toString()) ? 200 : 401);
            }
        } finally {
            server.close();
        }
    }

    @Test
    void a_key_of_another_certificate_is_told_in_one_line() throws IOException {
        for (String key : List.of("ec.key", "ed25519.key")) {
            assertRefused(
                    file("rsa.pem"),
                    file(key),
                    "The TLS key " + file(key) + " is not that of the certificate " + file("rsa.pem")
                            + ", whose first certificate must be the server's own.");
        }
    }

    @Test
    void another_key_of_the_same_kind_is_told_too() throws IOException {
        assertRefused(
                file("ca.pem"),
                file("rsa.key"),
                "The TLS key " + file("rsa.key") + " is not that of the certificate " + file("ca.pem")
                        + ", whose first certificate must be the server's own.");
    }

    @Test
    void a_file_that_is_missing_is_told_in_one_line() {
        Path missing = directory.resolve("none.pem");

        assertRefused(missing, file("rsa.key"), "The TLS file " + missing + " cannot be read.");
        assertRefused(file("rsa.pem"), directory, "The TLS file " + directory + " cannot be read.");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_that_nobody_writes_to_is_not_waited_for() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertRefused(pipe, file("rsa.key"), "The TLS file " + pipe + " cannot be read.");
        assertRefused(file("rsa.pem"), pipe, "The TLS file " + pipe + " cannot be read.");
    }

    @Test
    void a_key_that_others_can_read_gets_a_warning_and_works() throws IOException {
        Path key = Files.copy(file("rsa.key"), directory.resolve("own.key"));
        Logger logger = (Logger) LoggerFactory.getLogger(TlsIdentity.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        Level level = logger.getLevel();
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
        try {
            for (String permissions : List.of("rw-------", "rw-r-----")) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
                start(file("rsa.pem"), key).close();
            }
        } finally {
            logger.detachAppender(logged);
            logger.setAdditive(true);
            logger.setLevel(level);
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(key + " holds secrets, but its group can read it: chmod 600 it.");
    }

    @Test
    void a_file_that_holds_something_else_is_told_in_one_line() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));
        Path text = Files.writeString(directory.resolve("text"), "no PEM at all");
        Path torn = Files.writeString(
                directory.resolve("torn"),
                Files.readString(file("rsa.pem")).substring(0, 300) + "\n-----END CERTIFICATE-----\n");

        for (Path bad : List.of(empty, text, torn, file("rsa.key"))) {
            assertRefused(bad, file("rsa.key"), "The TLS file " + bad + " holds no certificate in PEM.");
        }
        for (Path bad : List.of(empty, text, torn, file("rsa.pem"), file("encrypted.key"))) {
            assertRefused(
                    file("rsa.pem"), bad, "The TLS file " + bad + " holds no private key in PEM, without a password.");
        }
    }

    private void assertRefused(Path certificate, Path key, String message) {
        assertThatExceptionOfType(Transport.CannotListen.class)
                .isThrownBy(() -> start(certificate, key))
                .withMessage(message);
    }

    private HttpServer start(Path certificate, Path key) {
        return start(DoorkeeperSamples.LETS_EVERYBODY_IN, certificate, key);
    }

    private HttpServer start(Doorkeeper doorkeeper, Path certificate, Path key) {
        HttpSettings settings =
                new HttpSettings("127.0.0.1", 0, Limits.DEFAULTS, Optional.of(new Tls(certificate, key)));
        HttpServer server = TestServer.on(ports, doorkeeper, settings);
        server.start();
        return server;
    }

    private static HttpResponse<String> get(HttpServer server, HttpClient.Version version) throws Exception {
        return client(version)
                .send(HttpRequest.newBuilder(uri(server, "/health")).build(), BodyHandlers.ofString());
    }

    private static URI uri(HttpServer server, String path) {
        return URI.create("https://127.0.0.1:" + server.port() + path);
    }

    /** A client that trusts the authority of the test's certificates, and nobody else. */
    static HttpClient client(HttpClient.Version version) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream authority = Files.newInputStream(file("ca.pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).version(version).build();
    }

    static Path file(String name) {
        return Path.of("src/test/resources/dev/jobport/adapters/http/tls", name);
    }
}
