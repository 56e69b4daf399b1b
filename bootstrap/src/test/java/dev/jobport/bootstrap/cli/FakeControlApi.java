package dev.jobport.bootstrap.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A control API whose answers are written down beforehand, and which writes down what it is asked. */
final class FakeControlApi implements AutoCloseable {

    /** Method, path with query and body of each request, in order. */
    final List<String> requests = new ArrayList<>();

    /** The header {@code Authorization} of each request, in order; null if there was none. */
    final List<String> authorizations = new ArrayList<>();

    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final HttpServer server;

    private record Answer(int status, String contentType, String body) {}

    FakeControlApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answer to a request such as {@code GET /control/v1/clients}. */
    FakeControlApi answers(String request, int status, String json) {
        return answers(request, status, status < 400 ? "application/json" : "application/problem+json", json);
    }

    FakeControlApi answers(String request, int status, String contentType, String body) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Answer(status, contentType, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add((request + " " + body).strip());
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = answers.getOrDefault(request, new ArrayDeque<>()).poll();
            if (answer == null) {
                answer = new Answer(404, "text/plain", "nothing was prepared for " + request);
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
