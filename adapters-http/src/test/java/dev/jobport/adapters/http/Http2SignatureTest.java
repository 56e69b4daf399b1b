package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over HTTP/2 a request has no host header; whom it calls is signed all the same. */
class Http2SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");
    private static final String BODY = "{\"jobId\":\"j\",\"clientToken\":\"t\"}";

    private final RecordingPorts ports = new RecordingPorts();

    @TempDir
    private Path directory;

    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Path credentials = Files.writeString(
                directory.resolve("credentials.json"),
                "{\"keys\":[{\"accessKeyId\":\"AKIDEXAMPLE\",\"secretAccessKey\":\"" + DoorkeeperSamples.SECRET
                        + "\",\"actionTypes\":[\"ThirdParty/Test/Some-Provider/*\"]}]}");
        server = TestServer.on(
                ports,
                Doorkeeper.withCredentials(credentials, List.of(DoorkeeperSamples.ACCOUNT), () -> NOW),
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        Limits.DEFAULTS,
                        Optional.of(new Tls(TlsTest.file("rsa.pem"), TlsTest.file("rsa.key")))));
        server.start();
        ports.fail(WithKnownClients.REFUSAL);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_signed_request_gets_through() throws Exception {
        assertThat(send("127.0.0.1:" + server.port()).body()).contains("JobNotFoundException");
        assertThat(ports.calls()).hasSize(1);
    }

    @Test
    void one_that_is_signed_for_another_host_does_not() throws Exception {
        assertThat(send("127.0.0.2:" + server.port()).body()).contains("InvalidSignatureException");
        assertThat(ports.calls()).isEmpty();
    }

    private HttpResponse<String> send(String signedFor) throws Exception {
        HttpRequest request = DoorkeeperSamples.signed(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/")),
                        "POST",
                        "https://" + signedFor + "/",
                        BODY.getBytes(UTF_8),
                        "AKIDEXAMPLE",
                        DoorkeeperSamples.ACCOUNT.region(),
                        Map.of(
                                "X-Amz-Target",
                                "CodePipeline_20150709.GetThirdPartyJobDetails",
                                "Content-Type",
                                TestServer.AMZ_JSON),
                        NOW)
                .POST(BodyPublishers.ofString(BODY))
                .build();
        HttpResponse<String> response =
                TlsTest.client(HttpClient.Version.HTTP_2).send(request, BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return response;
    }
}
