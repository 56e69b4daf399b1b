package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.adapters.identity.Doorkeeper;
import dev.jobport.adapters.identity.Limits;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** A running server over recording ports, and the ways in which tests talk to it. */
final class TestServer implements AutoCloseable {

    static final String AMZ_JSON = "application/x-amz-json-1.1";
    static final int LARGEST_BODY = 120 * 1024;
    static final long BYTES_IN_FLIGHT = 64 * 1024 * 1024;

    /** For tests of what happens to idle connections. */
    static final Duration IDLE_TIMEOUT = Duration.ofMillis(500);

    /** For all others: a client on a busy machine may use a connection again after a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final RecordingPorts ports = new RecordingPorts();
    final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestServer() {
        this(PATIENCE);
    }

    TestServer(Duration idleTimeout) {
        this(DoorkeeperSamples.LETS_EVERYBODY_IN, limits(idleTimeout));
    }

    TestServer(Limits limits) {
        this(DoorkeeperSamples.LETS_EVERYBODY_IN, limits);
    }

    TestServer(Doorkeeper doorkeeper) {
        this(doorkeeper, limits(PATIENCE));
    }

    TestServer(HttpSettings.About about) {
        this(DoorkeeperSamples.LETS_EVERYBODY_IN, limits(IDLE_TIMEOUT), about);
    }

    TestServer(Doorkeeper doorkeeper, Limits limits) {
        this(doorkeeper, limits, HttpSettings.About.NOTHING);
    }

    private TestServer(Doorkeeper doorkeeper, Limits limits, HttpSettings.About about) {
        server = on(ports, doorkeeper, new HttpSettings("127.0.0.1", 0, limits, Optional.empty()), about);
        server.start();
    }

    /** One that has not started yet. */
    static HttpServer on(RecordingPorts ports, Doorkeeper doorkeeper, HttpSettings settings) {
        return on(ports, doorkeeper, settings, HttpSettings.About.NOTHING);
    }

    private static HttpServer on(
            RecordingPorts ports, Doorkeeper doorkeeper, HttpSettings settings, HttpSettings.About about) {
        return new HttpServer(
                ports.drivingPorts(),
                doorkeeper,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                settings,
                about);
    }

    private static Limits limits(Duration idleTimeout) {
        return new Limits(
                LARGEST_BODY,
                BYTES_IN_FLIGHT,
                8 * 1024,
                4096,
                1024,
                idleTimeout,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                0);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A well-formed call of an operation. */
    HttpResponse<String> call(String operation, String body) {
        return call(operation, body.getBytes(UTF_8));
    }

    HttpResponse<String> call(String operation, byte[] body) {
        return send(to("/").header("Content-Type", AMZ_JSON)
                .header("X-Amz-Target", "CodePipeline_20150709." + operation)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    HttpResponse<String> send(String method, String path, String json) {
        return send(to(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    /** Sends bytes as they are, says that there is no more, and gives back all that comes. */
    String raw(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    String raw(String request) throws IOException {
        return raw(request.getBytes(ISO_8859_1));
    }

    @Override
    public void close() {
        server.close();
    }
}
