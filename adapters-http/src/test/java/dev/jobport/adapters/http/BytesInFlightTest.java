package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jobport.adapters.identity.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies share a budget of memory, whoever sends them, and give it back whatever becomes of them. */
class BytesInFlightTest {

    private static final int LARGE = 100 * 1024;
    private static final String BODY = "{\"unknown\":\"" + "x".repeat(LARGE) + "\"}";
    private static final String REQUEST = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TestServer.AMZ_JSON
            + "\r\nX-Amz-Target: CodePipeline_20150709.PollForThirdPartyJobs\r\nContent-Length: ";

    private static final Duration LONG = Duration.ofSeconds(20);

    private final TestServer server = new TestServer(limits(LONG));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void beyond_the_budget_job_workers_are_told_to_come_again() throws IOException {
        try (Socket other = almostAllOf(BODY)) {
            HttpResponse<String> refused =
                    await().until(() -> server.call("PollForThirdPartyJobs", BODY), it -> it.statusCode() != 400);

            WithServer.assertAnswer(refused, 503, "{\"__type\":\"InternalFailure\"}");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(other.isConnected()).isTrue();
        }
    }

    @Test
    void beyond_the_budget_the_control_api_says_so() throws IOException {
        try (Socket other = almostAllOf(BODY)) {
            HttpResponse<String> refused =
                    await().until(() -> server.send("POST", "/control/v1/clients", BODY), it -> it.statusCode() != 400);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("\"type\":\"urn:jobport:problem:no-room\"");
            assertThat(other.isConnected()).isTrue();
        }
    }

    /** Small enough as it is, and much larger as a tree. */
    private static final String DEAR = "{\"a\":[" + "{\"\":0},".repeat(TestServer.LARGEST_BODY / 16) + "0]}";

    @Test
    void what_a_body_becomes_when_it_is_read_counts_too() {
        WithServer.assertAnswer(server.call("PollForThirdPartyJobs", DEAR), 503, "{\"__type\":\"InternalFailure\"}");

        HttpResponse<String> refused = server.send("POST", "/control/v1/clients", DEAR);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(server.ports.calls()).isEmpty();
        assertThat(server.call("PollForThirdPartyJobs", BODY).statusCode()).isEqualTo(400);
    }

    @Test
    void small_requests_get_through_beside_large_ones() throws IOException {
        try (Socket other = almostAllOf(BODY)) {
            await().until(() -> server.call("PollForThirdPartyJobs", BODY).statusCode() == 503);
            server.ports.answer(true);

            assertThat(server.call("PollForThirdPartyJobs", "{}").statusCode()).isEqualTo(400);
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            assertThat(other.isConnected()).isTrue();
        }
    }

    @Test
    void whatever_becomes_of_a_body_its_memory_is_given_back() throws IOException {
        String chunked = REQUEST.replace("Content-Length: ", "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        List<String> endings = List.of(
                REQUEST + BODY.length() + "\r\nConnection: close\r\n\r\n" + BODY,
                REQUEST + BODY.length() + "\r\n\r\n" + BODY.substring(9),
                REQUEST + LARGE + "\r\nConnection: close\r\n\r\n" + BODY.substring(0, LARGE),
                REQUEST + 3 * LARGE + "\r\nConnection: close\r\n\r\n" + BODY + BODY + BODY,
                chunked + Integer.toHexString(LARGE) + "\r\n" + BODY.substring(0, LARGE) + "\r\nzz\r\n",
                chunked + "1\r\n \r\n".repeat(1000) + "2\r\n{}\r\n0\r\n\r\n");
        for (String ending : endings) {
            for (int i = 0; i < 3; i++) {
                server.raw(ending);
            }
            almostAllOf(BODY).close();
            await(ending.substring(0, 300))
                    .until(() -> server.call("PollForThirdPartyJobs", BODY).statusCode() == 400);
        }
    }

    @Test
    void who_sends_too_slowly_gives_it_back_when_given_up() throws IOException {
        try (TestServer impatient = new TestServer(limits(Duration.ofMillis(500)));
                Socket slow = almostAllOf(BODY, impatient)) {
            assertThat(new String(slow.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 400 ");
            assertThat(impatient.call("PollForThirdPartyJobs", BODY).statusCode())
                    .isEqualTo(400);
        }
    }

    private static Limits limits(Duration bodyTimeout) {
        return new Limits(
                TestServer.LARGEST_BODY,
                2 * TestServer.LARGEST_BODY,
                8 * 1024,
                4096,
                1024,
                LONG,
                bodyTimeout,
                Duration.ZERO,
                0);
    }

    private Socket almostAllOf(String body) throws IOException {
        return almostAllOf(body, server);
    }

    private static Socket almostAllOf(String body, TestServer server) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.server.port());
        String request = REQUEST + body.length() + "\r\n\r\n" + body.substring(1);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }
}
