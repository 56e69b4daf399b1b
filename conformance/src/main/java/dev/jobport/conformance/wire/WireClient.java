package dev.jobport.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends signed requests to an endpoint, one attempt each, and shows all that comes back. */
public final class WireClient {

    private static final String JSON = "application/x-amz-json-1.1";
    private static final String TARGET = "CodePipeline_20150709.";
    private static final String SUFFIX = "Exception";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By these an endpoint says that it does not know the key, and so has said nothing of what was asked. */
    private static final Set<String> NOT_LET_IN = Set.of(
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignatureException",
            "MissingAuthenticationTokenException",
            "InvalidClientTokenId",
            "SignatureDoesNotMatch");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final Function<Caller, Key> keys;
    private final InstantSource time;
    private final Consumer<Exchange> witness;

    /**
     * @param time by which requests are signed
     * @param witness is shown each exchange
     */
    public WireClient(URI endpoint, Function<Caller, Key> keys, InstantSource time, Consumer<Exchange> witness) {
        this.endpoint = endpoint;
        this.keys = keys;
        this.time = time;
        this.witness = witness;
    }

    /**
     * What a well-formed request is answered with.
     *
     * @throws Refusal that the endpoint named
     * @throws AssertionError if it answered otherwise
     * @throws SetUpFailed if there is no answer, or the caller is not let in
     */
    JsonNode call(Caller caller, String operation, JsonNode in) {
        Exchange exchange = send(caller, operation, in.toString());
        if (exchange.isSuccess()) {
            return exchange.json();
        }
        String error = exchange.error();
        String name = error.endsWith(SUFFIX) ? error.substring(0, error.length() - SUFFIX.length()) : error;
        throw Refusal.told(name, exchange.message())
                .map(RuntimeException.class::cast)
                .orElseThrow(() -> new AssertionError("an answer that the protocol does not have: " + exchange));
    }

    /** Whatever the body is. */
    public Exchange send(Caller caller, String operation, String body) {
        return send(caller, operation, body, JSON);
    }

    /** @throws SetUpFailed if there is no answer, or the caller is not let in */
    public Exchange send(Caller caller, String operation, String body, String contentType) {
        byte[] bytes = body.getBytes(UTF_8);
        Map<String, String> headers = new TreeMap<>();
        headers.put("content-type", contentType);
        headers.put("x-amz-target", TARGET + operation);
        headers.put(
                "amz-sdk-invocation-id",
                caller.invocation()
                        .map(it -> it.id())
                        .orElseGet(() -> UUID.randomUUID().toString()));
        headers.put("host", endpoint.getRawAuthority());
        headers.putAll(
                Signing.of(keys.apply(caller), caller.account().region(), time.instant(), Map.copyOf(headers), bytes));
        headers.remove("host"); // the client sends it by itself
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.resolve("/")).POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = Answering.of(http, request.build(), PATIENCE);
            Exchange exchange =
                    new Exchange(operation, response.statusCode(), response.headers()::firstValue, response.body());
            if (NOT_LET_IN.contains(exchange.error())) {
                throw new SetUpFailed("the endpoint does not let the caller in: " + exchange);
            }
            witness.accept(exchange);
            return exchange;
        } catch (IOException e) {
            throw new SetUpFailed("no answer from " + endpoint + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetUpFailed("interrupted", e);
        }
    }
}
