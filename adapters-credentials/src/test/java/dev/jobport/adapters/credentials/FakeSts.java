package dev.jobport.adapters.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks the query protocol of the Security Token Service, and remembers what it was asked. */
final class FakeSts implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger minted = new AtomicInteger();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    volatile Mood mood = Mood.HELPFUL;

    enum Mood {
        HELPFUL,
        DENYING,
        REFUSING_THE_POLICY,
        FINDING_THE_POLICY_TOO_LONG,
        REFUSING_WITHOUT_A_CODE,
        FINDING_THE_ROLE_WRONG,
        DENYING_WITHOUT_A_CODE,
        THROTTLING_WITHOUT_A_CODE,
        QUOTING,
        BROKEN,
        CONFUSED,
        FORGETFUL,
        SILENT
    }

    record Request(Map<String, String> headers, Map<String, String> parameters) {}

    FakeSts() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(new Request(
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey().toLowerCase(),
                                header -> header.getValue().get(0))),
                Pattern.compile("&")
                        .splitAsStream(form)
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> URLDecoder.decode(pair[0], UTF_8),
                                pair -> URLDecoder.decode(pair[1], UTF_8)))));
        switch (mood) {
            case HELPFUL -> send(exchange, 200, credentials(minted.incrementAndGet()));
            case DENYING -> send(exchange, 403, error("AccessDenied", "User ann may not assume the role"));
            case REFUSING_THE_POLICY -> send(exchange, 400, error("PackedPolicyTooLarge", "112 % of the allotment"));
            case FINDING_THE_POLICY_TOO_LONG ->
                send(
                        exchange,
                        400,
                        error("ValidationError", "1 validation error detected: Value at 'policy' failed to satisfy"));
            case FINDING_THE_ROLE_WRONG ->
                send(
                        exchange,
                        400,
                        error("ValidationError", "1 validation error detected: Value at 'roleArn' failed to satisfy"));
            case REFUSING_WITHOUT_A_CODE -> send(exchange, 413, "<html>Request Entity Too Large");
            case DENYING_WITHOUT_A_CODE -> send(exchange, 403, "<html>Forbidden");
            case THROTTLING_WITHOUT_A_CODE -> send(exchange, 429, "slower");
            case QUOTING ->
                send(
                        exchange,
                        403,
                        error(
                                "SignatureDoesNotMatch",
                                "The Canonical String should have been x-amz-security-token:"
                                        + exchange.getRequestHeaders().getFirst("x-amz-security-token")));
            case BROKEN -> send(exchange, 500, error("InternalFailure", "oh"));
            case CONFUSED -> send(exchange, 200, "<html>Welcome</html>");
            case FORGETFUL -> send(exchange, 200, credentials(1).replaceAll("<SessionToken>.*</SessionToken>", ""));
            case SILENT -> hold();
        }
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String credentials(int number) {
        return """
            <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
            <AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::1:assumed-role/a/x</Arn></AssumedRoleUser>
            <Credentials><AccessKeyId>ASIA%1$d</AccessKeyId><SecretAccessKey>secret/%1$d</SecretAccessKey>
            <SessionToken>token+%1$d=</SessionToken><Expiration>2026-11-25T12:00:00Z</Expiration></Credentials>
            </AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>
            """.formatted(number);
    }

    private static String error(String code, String message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                + "</Message></Error><RequestId>r</RequestId></ErrorResponse>";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
