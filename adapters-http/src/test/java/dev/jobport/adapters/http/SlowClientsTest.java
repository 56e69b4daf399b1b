package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.jobport.adapters.identity.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that send slowly, or nothing at all, hold no thread, and nothing else for long. */
class SlowClientsTest {

    /** More than the server has threads where there are no virtual ones. */
    private static final int CROWD = 400;

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final String HALF_A_REQUEST = "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-";
    private static final String HALF_A_BODY =
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-amz-json-1.1\r\n"
                    + "X-Amz-Target: CodePipeline_20150709.PollForThirdPartyJobs\r\nContent-Length: 1000\r\n\r\n{";

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void others_are_served_while_hundreds_of_bodies_trickle_in() {
        try (TestServer server = new TestServer(limits(4096, LONG, LONG))) {
            assertOthersAreServed(server, HALF_A_BODY);
        }
    }

    @Test
    void others_are_served_while_hundreds_of_headers_trickle_in() {
        try (TestServer server = new TestServer(limits(4096, LONG, LONG))) {
            assertOthersAreServed(server, HALF_A_REQUEST);
        }
    }

    @Test
    void others_are_served_while_hundreds_send_far_more_than_is_taken() {
        String tooLarge = HALF_A_BODY.replace("1000", "9999999") + "x".repeat(TestServer.LARGEST_BODY + 1);
        try (TestServer server = new TestServer(limits(4096, LONG, LONG))) {
            assertOthersAreServed(server, tooLarge);
        }
    }

    private void assertOthersAreServed(TestServer server, String slowBeginning) {
        server.ports.answer(true);
        for (int i = 0; i < CROWD; i++) {
            send(connect(server), slowBeginning);
        }
        assertThat(server.get("/health").statusCode()).isEqualTo(200);

        sockets.forEach(socket -> send(socket, "x"));
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
        assertThat(server.call("PollForThirdPartyJobs", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_body_that_takes_too_long_is_given_up_though_bytes_keep_coming() throws IOException {
        try (TestServer server = new TestServer(limits(4096, LONG, SHORT))) {
            Socket slow = connect(server);
            send(slow, HALF_A_BODY);

            assertThat(trickleUntilAnswered(slow)).startsWith("HTTP/1.1 400 ").contains("SerializationException");
        }
    }

    @Test
    void headers_that_take_too_long_cost_the_connection_though_bytes_keep_coming() throws IOException {
        try (TestServer server = new TestServer(limits(4096, SHORT, LONG))) {
            Socket slow = connect(server);
            send(slow, HALF_A_REQUEST);

            awaitEnd(slow);
        }
    }

    @Test
    void a_kept_connection_has_no_more_time_for_its_next_headers() throws IOException {
        try (TestServer server = new TestServer(limits(4096, SHORT, LONG))) {
            server.ports.answer(true);
            Socket slow = connect(server);
            send(slow, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
            send(slow, HALF_A_REQUEST);

            awaitEnd(slow);
        }
    }

    @Test
    void a_request_that_runs_longer_than_a_connection_may_be_idle_is_answered() {
        try (TestServer server = new TestServer(limits(4096, SHORT, LONG))) {
            server.ports.answer(() -> {
                sleep(SHORT.multipliedBy(4));
                return true;
            });

            assertThat(server.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_server_stops_though_somebody_is_still_sending() {
        TestServer server = new TestServer(limits(4096, LONG, LONG));
        int port = server.server.port();
        send(connect(server), HALF_A_BODY);

        server.close();

        assertThatIOException().isThrownBy(() -> new Socket("127.0.0.1", port));
    }

    @Test
    void connections_beyond_the_limit_wait_until_another_ends() throws IOException {
        try (TestServer server = new TestServer(limits(3, LONG, LONG))) {
            server.ports.answer(true);
            for (int i = 0; i < 3; i++) {
                send(connect(server), HALF_A_REQUEST);
            }
            Socket fourth = connect(server);
            fourth.setSoTimeout(500);
            send(fourth, "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThatCode(() -> fourth.getInputStream().read()).hasMessageContaining("timed out");

            sockets.get(0).close();

            fourth.setSoTimeout(20_000);
            assertThat(new String(fourth.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    private static Limits limits(int maxConnections, Duration idleTimeout, Duration bodyTimeout) {
        return new Limits(
                TestServer.LARGEST_BODY,
                TestServer.BYTES_IN_FLIGHT,
                8 * 1024,
                maxConnections,
                1024,
                idleTimeout,
                bodyTimeout,
                Duration.ofMillis(100),
                0);
    }

    private Socket connect(TestServer server) {
        try {
            Socket socket = new Socket("127.0.0.1", server.server.port());
            sockets.add(socket);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One byte after another, as long as the server takes any. */
    private static String trickleUntilAnswered(Socket slow) throws IOException {
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
            if (slow.getInputStream().available() == 0) {
                send(slow, "x");
            }
            return slow.getInputStream().available() > 0;
        });
        return new String(slow.getInputStream().readNBytes(slow.getInputStream().available()), US_ASCII);
    }

    private static void awaitEnd(Socket slow) {
        Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
            try {
                slow.getOutputStream().write('x');
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
