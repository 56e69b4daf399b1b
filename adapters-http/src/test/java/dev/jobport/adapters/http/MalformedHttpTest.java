package dev.jobport.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is hardly HTTP is answered by its status alone: no page of Jetty's or Javalin's is ever shown. */
class MalformedHttpTest extends WithServer {

    private static final String NOT_READ = "{\"__type\":\"SerializationException\"}";
    private static final String UNKNOWN = "<UnknownOperationException/>";
    private static final String CLOSE = "Connection: close\r\n\r\n";

    private static final String ASKING =
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n" + CLOSE;

    static Stream<List<String>> malformed() {
        String get = "GET / HTTP/1.1\r\nHost: x\r\n";
        String post = "POST / HTTP/1.1\r\nHost: x\r\n";
        return Stream.of(
                List.of("nonsense\r\n\r\n", "400", ""),
                List.of("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", "400", ""),
                List.of("GET / HTTP/1.1\r\n\r\n", "400", ""),
                List.of("GET / HTTP/3.0\r\n\r\n", "505", ""),
                List.of("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "426", ""),
                List.of("GET /a\u0001b HTTP/1.1\r\nHost: x\r\n\r\n", "400", ""),
                List.of("GET /../.. HTTP/1.1\r\nHost: x\r\n\r\n", "400", ""),
                List.of("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "400", ""),
                List.of("GET /control/v1/jobs/%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400", ""),
                List.of("GET /control/v1/jobs/%ED%A0%80 HTTP/1.1\r\nHost: x\r\n\r\n", "400", ""),
                List.of("GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", "400", ""),
                List.of("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "404", ""),
                List.of(get + "X: " + "y".repeat(20_000) + "\r\n\r\n", "431", ""),
                List.of("GET /" + "y".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "414", ""),
                List.of(get + "No colon\r\n\r\n", "400", ""),
                List.of(post + "Content-Length: many\r\n\r\n", "400", ""),
                List.of(post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "400", ""),
                List.of(post + "Transfer-Encoding: gzip\r\n\r\n{}", "400", ""),
                List.of(post + "Content-Length: 2\r\nExpect: miracles\r\n\r\n{}", "417", ""),
                List.of("GET /\r\n\r\n", "505", ""),
                List.of("GET / HTTP/1.2\r\nHost: x\r\n" + CLOSE, "505", ""),
                List.of("GET / HTTP/2.0\r\nHost: x\r\n" + CLOSE, "426", ""),
                List.of("GET / FTP/1.1\r\nHost: x\r\n" + CLOSE, "505", ""),
                List.of("GET / HTTP/1.0\r\n\r\n", "404", UNKNOWN),
                List.of("G\u0000T / HTTP/1.1\r\nHost: x\r\n" + CLOSE, "400", ""),
                List.of("Y".repeat(20_000) + " / HTTP/1.1\r\nHost: x\r\n" + CLOSE, "431", ""),
                List.of("CONNECT x:80 HTTP/1.1\r\nHost: x\r\n" + CLOSE, "404", UNKNOWN),
                List.of("CONNECT y:80 HTTP/1.1\r\nHost: x\r\n" + CLOSE, "400", ""),
                List.of("CONNECT / HTTP/1.1\r\nHost: x\r\n" + CLOSE, "400", ""),
                List.of("TRACE / HTTP/1.1\r\nHost: x\r\n" + CLOSE, "404", UNKNOWN),
                List.of("TRACE * HTTP/1.1\r\nHost: x\r\n" + CLOSE, "400", ""),
                List.of("OPTIONS / HTTP/1.1\r\nHost: x\r\n" + CLOSE, "404", UNKNOWN),
                List.of("GET http://x/ HTTP/1.1\r\nHost: x\r\n" + CLOSE, "404", UNKNOWN),
                List.of("GET x HTTP/1.1\r\nHost: x\r\n" + CLOSE, "400", ""),
                List.of("GET /a\\b HTTP/1.1\r\nHost: x\r\n" + CLOSE, "400", ""),
                List.of("GET /a%2fb HTTP/1.1\r\nHost: x\r\n" + CLOSE, "404", UNKNOWN),
                List.of("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n" + CLOSE, "400", ""),
                List.of("GET / HTTP/1.1\r\nHost: a b\r\n" + CLOSE, "400", ""),
                List.of(get + "X : y\r\n" + CLOSE, "400", ""),
                List.of(get + "X: y\r\n folded\r\n" + CLOSE, "400", ""),
                List.of(get + "X: \u0000\r\n" + CLOSE, "400", ""),
                List.of(get + ": y\r\n" + CLOSE, "400", ""),
                List.of(get + "X: y\r\n".repeat(5_000) + CLOSE, "431", ""),
                List.of(
                        get + "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMA\r\n\r\n",
                        "404",
                        UNKNOWN),
                List.of(post + "Content-Length: -1\r\n" + CLOSE, "400", ""),
                List.of(post + "Content-Length: +2\r\n" + CLOSE + "{}", "400", ""),
                List.of(post + "Content-Length: 99999999999999999999\r\n" + CLOSE, "400", ""),
                List.of(post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n" + CLOSE + "0\r\n\r\n", "400", ""),
                List.of(post + "Transfer-Encoding: chunked, chunked\r\n" + CLOSE + "0\r\n\r\n", "400", ""),
                List.of(
                        post + "Content-Type: multipart/form-data\r\nContent-Length: 2\r\n" + CLOSE + "{}",
                        "404",
                        UNKNOWN),
                List.of(post + "Content-Encoding: gzip\r\nContent-Length: 2\r\n" + CLOSE + "{}", "404", UNKNOWN),
                List.of(post + "Content-Length: 10\r\n\r\n{}", "400", NOT_READ),
                List.of(post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400", NOT_READ),
                List.of(post + "Transfer-Encoding: chunked\r\n\r\n5\r\n{}", "400", NOT_READ));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void it_is_answered_by_its_status(List<String> requestStatusBody) throws IOException {
        String answer = server.raw(requestStatusBody.get(0));

        assertThat(answer).startsWith("HTTP/1.1 " + requestStatusBody.get(1) + " ");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).isEqualTo(requestStatusBody.get(2));
        assertThat(answer).contains("\r\nx-amzn-RequestId: ");
        assertThat(answer.split("\r\nX-Content-Type-Options: nosniff\r\n")).hasSize(2);
        assertThat(server.ports.calls()).isEmpty();
    }

    @Test
    void a_request_for_a_web_socket_finds_no_operation() throws IOException {
        String answer = server.raw("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").endsWith("<UnknownOperationException/>");
    }

    @Test
    void who_asks_before_sending_a_body_is_told_to_go_on() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(ASKING.getBytes(StandardCharsets.US_ASCII));
            String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(socket.getInputStream().readNBytes(goOn.length()))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo(goOn);
            socket.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .startsWith("HTTP/1.1 404 ")
                    .endsWith(UNKNOWN);
        }
    }

    @Test
    void who_asks_with_a_body_that_is_too_large_is_told_so_at_once() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(ASKING.replace("Length: 2", "Length: 99999999").getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void who_asks_and_sends_the_body_all_the_same_is_answered_at_once() throws IOException {
        assertThat(server.raw(ASKING + "{}")).startsWith("HTTP/1.1 404 ").endsWith(UNKNOWN);
    }

    @Test
    void a_body_that_stops_arriving_is_given_up_after_the_idle_timeout() throws IOException {
        try (TestServer impatient = new TestServer(TestServer.IDLE_TIMEOUT);
                Socket socket = new Socket("127.0.0.1", impatient.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith(NOT_READ);
        }
    }
}
