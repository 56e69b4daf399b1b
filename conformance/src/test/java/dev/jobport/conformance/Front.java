package dev.jobport.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.wire.Exchange;
import dev.jobport.conformance.wire.WireClient;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypePattern;
import dev.jobport.domain.job.Invocation;
import dev.jobport.lab.LabEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An endpoint in front of a lab that does some things otherwise. What it passes on it signs again, in the caller's name. */
final class Front implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // each answer would wait for 40 ms
    }

    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/\\d+/([^/]+)/");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WireClient client;
    private final Upstream first;

    /** Whom a request is passed on to. */
    @FunctionalInterface
    interface Upstream {
        Answer ask(Request request);
    }

    /** Answers some requests by itself, and passes others on. */
    @FunctionalInterface
    interface Layer {
        Answer answer(Request request, Upstream upstream);
    }

    record Answer(int status, String body) {

        boolean isError(String name) {
            return status == 400 && body.contains("\"" + name + "\"");
        }

        Answer replacing(String one, String other) {
            return new Answer(status, body.replace(one, other));
        }
    }

    record Request(Caller caller, String operation, String sent, String contentType) {

        /** Null, if it is no JSON. */
        JsonNode body() {
            try {
                return JSON.readTree(sent);
            } catch (IOException e) {
                return JSON.nullNode();
            }
        }

        boolean isPoll() {
            return operation.startsWith("PollFor") && body().has("maxBatchSize");
        }

        boolean isResult() {
            return operation.startsWith("Put");
        }

        boolean isAcknowledgement() {
            return operation.startsWith("Acknowledge");
        }

        String text(String member) {
            return body().path(member).asText();
        }

        int number(String member) {
            return body().path(member).asInt();
        }

        Request with(String member, int value) {
            ObjectNode changed = (ObjectNode) body();
            return new Request(caller, operation, changed.put(member, value).toString(), contentType);
        }

        Request without(String member) {
            ObjectNode changed = (ObjectNode) body();
            changed.remove(member);
            return new Request(caller, operation, changed.toString(), contentType);
        }
    }

    /** @param layers the first gets each request first */
    Front(LabEndpoint lab, Layer... layers) throws IOException {
        Upstream next = this::ask;
        for (int i = layers.length - 1; i >= 0; i--) {
            Layer layer = layers[i];
            Upstream behind = next;
            next = request -> layer.answer(request, behind);
        }
        this.first = next;
        this.client = new WireClient(
                lab.uri(), caller -> lab.keys().get(caller.name()), InstantSource.system(), exchange -> {});
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String operation = header(exchange, "X-Amz-Target").replaceFirst(".*\\.", "");
        Request request = new Request(
                caller(exchange),
                operation,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                header(exchange, "Content-Type"));
        Answer answer = first.ask(request);
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Answer ask(Request request) {
        Exchange exchange = client.send(request.caller(), request.operation(), request.sent(), request.contentType());
        return new Answer(exchange.status(), exchange.body());
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** All that matters of one upstream: the key, the region, and the invocation. */
    private static Caller caller(HttpExchange exchange) {
        Matcher scope = SCOPE.matcher(header(exchange, "Authorization"));
        if (!scope.find()) {
            throw new UncheckedIOException(new IOException("a request without a signature"));
        }
        return new Caller(
                scope.group(1),
                new Account("000000000000", scope.group(2)),
                Set.of(ActionTypePattern.ANY),
                false,
                Optional.of(new Invocation(header(exchange, "amz-sdk-invocation-id"))));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
