package dev.jobport.verify.lab.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jobport.domain.Refusal;
import dev.jobport.lab.Lab;
import dev.jobport.lab.LabBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves {@code /lab/v1} on loopback to whoever has the token: any page that a browser shows can reach loopback, too. */
public final class LabServer implements AutoCloseable {

    /** In each answer, so that a client can tell a lab from another server. */
    public static final String HEADER = "Jobport-Lab";

    /** Where all paths begin. */
    public static final String ROOT = "/lab/v1";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int LARGEST_BODY = 1_048_576;

    static {
        // Otherwise each answer waits 40 ms for the client to acknowledge its headers.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final byte[] authorization;
    private final OpenLabs labs = new OpenLabs();
    private final List<Route> routes;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;

    /**
     * @param port 0 for any that is free
     * @throws IOException if it cannot be listened on
     */
    public LabServer(int port, String token) throws IOException {
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
        this.routes = Stream.of(labs.routes(), new LabRoutes(labs).routes(), new SeenRoutes(labs).routes())
                .flatMap(it -> it)
                .toList();
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** A lab that is there from the beginning. */
    public Lab open(LabBuilder builder, List<String> actionTypes) {
        return labs.open(builder, actionTypes).lab();
    }

    /** Each as method and path, for the document that describes them. */
    List<String> paths() {
        return routes.stream().map(it -> it.method() + " " + it.path()).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.getResponseHeaders().set(HEADER, "1");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (answer.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            if (answer.body().length == 0) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", answer.type());
                exchange.sendResponseHeaders(answer.status(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (!MessageDigest.isEqual(authorization, given.getBytes(UTF_8))) {
            return Answer.problem(401, "Send the lab's token: the header 'Authorization: Bearer TOKEN'.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Answer.problem(413, "The body is larger than " + LARGEST_BODY + " bytes.");
        }
        try {
            return answer(exchange.getRequestMethod(), exchange.getRequestURI(), new String(body, UTF_8));
        } catch (RuntimeException | AssertionError e) {
            return refusal(e);
        }
    }

    private Answer answer(String method, URI asked, String body) {
        String path = asked.getPath().startsWith(ROOT + "/") ? asked.getPath().substring(ROOT.length()) : "";
        List<Route> those =
                routes.stream().filter(it -> it.match(path).isPresent()).toList();
        for (Route route : those) {
            if (route.method().equals(method)) {
                Optional<String> query = Optional.ofNullable(asked.getRawQuery());
                return route.work().apply(new Call(route.match(path).orElseThrow(), query, body));
            }
        }
        if (those.isEmpty()) {
            throw new Refused(404, "Nothing is at " + asked.getPath() + ".");
        }
        throw new Refused(
                405,
                asked.getPath() + " takes " + those.stream().map(Route::method).collect(Collectors.joining(", "))
                        + ".");
    }

    /** What a lab throws tells whose fault it is. */
    private static Answer refusal(Throwable why) {
        if (why instanceof Refused refused) {
            return Answer.problem(refused.status(), refused.getMessage());
        }
        if (why instanceof Refusal || why instanceof IllegalArgumentException) {
            return Answer.problem(400, why.getMessage());
        }
        if (why instanceof IllegalStateException
                || why instanceof AssertionError
                || why instanceof UncheckedIOException) { // the port is taken
            return Answer.problem(409, why.getMessage());
        }
        return Answer.problem(500, why.toString());
    }

    /** Ends all labs, too. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        labs.close();
    }
}
