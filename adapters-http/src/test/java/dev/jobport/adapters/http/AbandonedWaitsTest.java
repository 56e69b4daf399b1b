package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.jobport.adapters.identity.Limits;
import dev.jobport.adapters.identity.Tls;
import dev.jobport.application.driving.ActionExecutionReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who is gone waits no more: over HTTP/2 at once, and nobody is told about it. */
class AbandonedWaitsTest {

    private static final String WAIT =
            "/control/v1/action-executions/ac710000-0000-4000-8000-000000000004?waitSeconds=60";

    private final RecordingPorts ports = new RecordingPorts();
    private final CompletableFuture<ActionExecutionReport> end = new CompletableFuture<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.jobport.adapters.http");
    private final HttpServer server = TestServer.on(
            ports,
            DoorkeeperSamples.LETS_EVERYBODY_IN,
            new HttpSettings(
                    "127.0.0.1",
                    0,
                    Limits.DEFAULTS,
                    Optional.of(new Tls(TlsTest.file("rsa.pem"), TlsTest.file("rsa.key")))));

    @BeforeEach
    void start() {
        logged.start();
        logger.addAppender(logged);
        ports.answer(end);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        logger.detachAppender(logged);
    }

    @Test
    void a_stream_that_its_client_resets_waits_no_more() throws Exception {
        HttpClient client = TlsTest.client(HttpClient.Version.HTTP_2);
        URI uri = URI.create("https://127.0.0.1:" + server.port());
        var answer = client.sendAsync(HttpRequest.newBuilder(uri.resolve(WAIT)).build(), BodyHandlers.ofString());
        awaitTheWait();

        answer.cancel(true);

        assertAbandoned();
        ports.answer(true);
        HttpRequest health = HttpRequest.newBuilder(uri.resolve("/health")).build();
        assertThat(client.send(health, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_connection_that_its_client_closes_waits_no_more() throws Exception {
        try (SSLSocket socket = (SSLSocket) TlsTest.client(HttpClient.Version.HTTP_2)
                .sslContext()
                .getSocketFactory()
                .createSocket("127.0.0.1", server.port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write(http2(WAIT));
            awaitTheWait();
        }

        assertAbandoned();
    }

    /** Nothing is read while a request waits, so the end of what its client sends is seen afterwards. */
    @Test
    void an_http_1_connection_that_its_client_closes_is_free_again_when_its_wait_is_over() throws Exception {
        Limits all = Limits.DEFAULTS;
        Limits oneConnection = new Limits(
                all.maxBodyBytes(),
                all.maxBytesInFlight(),
                all.maxHeaderBytes(),
                1,
                all.acceptQueue(),
                all.idleTimeout(),
                all.bodyTimeout(),
                all.drainTimeout(),
                all.maxRequestsPerSecond());
        try (TestServer plain = new TestServer(oneConnection)) {
            plain.ports.answer(end);
            try (Socket socket = new Socket("127.0.0.1", plain.server.port())) {
                socket.getOutputStream()
                        .write(("GET " + WAIT + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII));
                Awaitility.await().until(() -> plain.ports.calls().size() == 1);
            }

            end.complete(SampleJson.running());

            assertThat(plain.get("/control/v1/openapi.json").statusCode()).isEqualTo(200);
            assertThat(logged.list).isEmpty();
        }
    }

    private void awaitTheWait() {
        Awaitility.await().until(() -> ports.calls().size() == 1);
    }

    private void assertAbandoned() {
        Awaitility.await().until(end::isCancelled);
        assertThat(logged.list).isEmpty();
    }

    /** The preface, empty settings, and a request without a body whose headers are all spelled out. */
    private static byte[] http2(String path) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        for (String[] header :
                new String[][] {{":method", "GET"}, {":scheme", "https"}, {":authority", "127.0.0.1"}, {":path", path}
                }) {
            headers.write(0); // a literal that is not to be remembered
            for (String text : header) {
                headers.write(text.length());
                headers.write(text.getBytes(US_ASCII));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        bytes.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // SETTINGS
        bytes.write(new byte[] {0, 0, (byte) headers.size(), 1, 5, 0, 0, 0, 1}); // HEADERS, whole, of stream 1
        headers.writeTo(bytes);
        return bytes.toByteArray();
    }
}
