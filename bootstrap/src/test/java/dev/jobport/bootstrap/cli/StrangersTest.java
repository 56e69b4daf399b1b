package dev.jobport.bootstrap.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server with the smallest heap that the README names outlives whoever sends it what costs most, as {@code ./jobport}
 * starts it: the first OutOfMemoryError would end it.
 */
@Timeout(60)
class StrangersTest {

    private static final int MIB = 1024 * 1024;
    private static final int AT_ONCE = 24;

    private static final String ACTION_TYPE = """
        {"dispatchLeaseSeconds":60,"jobTimeoutSeconds":60,"actionTimeoutSeconds":1,"continuationDelaySeconds":0}\
        """;
    private static final String ACTION = """
        {"actionTypeId":{"category":"Build","owner":"Custom","provider":"Own","version":"1"}}\
        """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Socket> held = new ArrayList<>();
    private Process server;
    private URI uri;

    @BeforeEach
    void start() throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--store",
                        "memory",
                        "--listen",
                        "127.0.0.1:0")
                .redirectError(ServerLog.of(StrangersTest.class))
                .start();
        BufferedReader lines = server.inputReader();
        uri = URI.create(lines.readLine().replaceFirst("Jobport ready on (\\S+) .*", "$1"));
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : held) {
            socket.close();
        }
        server.destroyForcibly().waitFor();
    }

    @Test
    void strangers_with_dear_bodies_neither_end_the_server_nor_stop_its_clock() throws Exception {
        List<byte[]> dear = List.of(
                announced(filled("{\"a\":[", "{},", "0]}")),
                announced(filled("{\"a\":[", "{\"\":0},", "0]}")),
                announced(filled("{\"ä\":\"", "中文", "\"}")),
                announced(named()),
                inChunksOfOneByte(MIB / 4));

        List<String> statuses = sendAtOnce(dear, 90);

        assertThat(statuses).hasSize(90).allMatch(status -> status.matches("HTTP/1.1 (400|503)"), "400 or 503");
        assertThat(statuses).contains("HTTP/1.1 400");
        assertServes();
    }

    @Test
    void callers_who_are_known_do_not_end_it_with_bodies_that_become_many_times_their_size() throws Exception {
        byte[] dear = announced("{\"a\":[" + "{\"\":0},".repeat(24_990) + "0]}"); // nearly as many tokens as may be

        List<String> statuses = sendAtOnce(List.of(dear, announced(named())), 300);

        assertThat(statuses).hasSize(300).allMatch(status -> status.matches("HTTP/1.1 (400|503)"), "400 or 503");
        assertServes();
    }

    @Test
    void strangers_who_do_not_end_their_bodies_keep_no_worker_from_polling() throws Exception {
        byte[] body = announced(filled("{\"a\":[", "{},", "0]}"));
        for (int i = 0; i < 60; i++) {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            held.add(socket);
            socket.getOutputStream().write(body, 0, body.length - 1);
        }

        // What was written is full room only when the server has read it.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sendAtOnce(List.of(body), 1)).containsExactly("HTTP/1.1 503"));
        assertServes();
    }

    private void assertServes() throws Exception {
        assertThat(server.isAlive()).isTrue();
        assertThat(send("GET", "/health", null).body()).contains("\"ready\"");
        assertThat(send("PUT", "/control/v1/action-types/Custom/Build/Own/1", ACTION_TYPE)
                        .statusCode())
                .isLessThan(300);
        String started = send("POST", "/control/v1/action-executions", ACTION).body();
        String id = started.replaceFirst(".*\"actionExecutionId\":\"([^\"]+)\".*", "$1");

        assertThat(send("GET", "/control/v1/action-executions/" + id + "?waitSeconds=15", null)
                        .body())
                .contains("TimedOut");
    }

    private HttpResponse<String> send(String method, String path, String json) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The first line of each answer. */
    private List<String> sendAtOnce(List<byte[]> requests, int times) throws InterruptedException {
        ConcurrentLinkedQueue<String> statuses = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < times; i++) {
            byte[] request = requests.get(i % requests.size());
            threads.execute(() -> statuses.add(status(request)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
        return List.copyOf(statuses);
    }

    private String status(byte[] request) {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes("HTTP/1.1 400".length()), ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String filled(String start, String part, String end) {
        int room = MIB - start.getBytes(UTF_8).length - end.length();
        return start + part.repeat(room / part.getBytes(UTF_8).length) + end;
    }

    private static String named() {
        StringBuilder members = new StringBuilder("{");
        for (int i = 0; i < 49_000; i++) {
            members.append("\"n").append(i).append("\":0,");
        }
        return members.append("\"x\":\"")
                .append("y".repeat(MIB / 4))
                .append("\"}")
                .toString();
    }

    private static byte[] announced(String body) {
        return announced(body.getBytes(UTF_8));
    }

    private static byte[] announced(byte[] body) {
        byte[] head = head("Content-Length: " + body.length);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static byte[] inChunksOfOneByte(int bytes) {
        String body = "1\r\n \r\n".repeat(bytes) + "2\r\n{}\r\n0\r\n\r\n";
        return (new String(head("Transfer-Encoding: chunked"), ISO_8859_1) + body).getBytes(ISO_8859_1);
    }

    private static byte[] head(String length) {
        return ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\n"
                        + "X-Amz-Target: CodePipeline_20150709.PollForJobs\r\n" + length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }
}
