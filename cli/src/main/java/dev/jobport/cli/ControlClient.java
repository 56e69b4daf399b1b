package dev.jobport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks the control API: a JSON tree in, a JSON tree out, and every refusal as one line for people. */
public final class ControlClient {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final Pattern WITH_SCHEME = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);

    /** A host or an address, perhaps with a port. */
    private static final Pattern ADDRESS = Pattern.compile("([\\w.-]+|\\[[\\p{XDigit}:.]+])(:\\d+)?/*");

    private final String endpoint;
    private final Optional<String> token;
    private final Optional<String> region;
    private final Optional<String> ca;
    private final HttpClient http;

    private static final int NO_CONTENT = 204;

    /** For a server that asks nobody for credentials. */
    public ControlClient(String endpoint) {
        this(endpoint, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param token a control token, if the server asks for one
     * @param region of the server's, if not its first is meant
     * @param ca a file of the authorities that are trusted, in PEM, if not the JVM's are meant
     * @throws CommandFailed if that file is of no use, or the endpoint is not one of HTTP
     */
    public ControlClient(String endpoint, Optional<String> token, Optional<String> region, Optional<String> ca) {
        this.endpoint = checked(endpoint).replaceAll("/+$", "");
        this.token = token;
        this.region = region;
        this.ca = ca;
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).version(HttpClient.Version.HTTP_1_1);
        ca.map(Authorities::in).ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    private static String checked(String endpoint) {
        if (WITH_SCHEME.matcher(endpoint).matches()) {
            return endpoint;
        }
        throw new CommandFailed("'" + endpoint + "' is no URL of a server: "
                + (ADDRESS.matcher(endpoint).matches()
                        ? "write http://" + endpoint
                        : "begin it with http:// or https://"));
    }

    /** A text as a segment of a path or as a query's value. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** @param query values by name; what is null is left out */
    JsonNode get(String path, Map<String, ?> query) {
        String joined = query.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter ->
                        parameter.getKey() + "=" + segment(parameter.getValue().toString()))
                .collect(Collectors.joining("&"));
        return get(joined.isEmpty() ? path : path + "?" + joined);
    }

    public JsonNode put(String path, ObjectNode body) {
        return send("PUT", path, body);
    }

    /** @param body a JSON merge patch */
    JsonNode patch(String path, ObjectNode body) {
        return send("PATCH", path, body);
    }

    public JsonNode post(String path, ObjectNode body) {
        return send("POST", path, body);
    }

    void delete(String path) {
        send("DELETE", path, null);
    }

    private JsonNode send(String method, String path, ObjectNode body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + "/control/v1" + inRegion(path)))
                    .timeout(ANSWER_TIMEOUT);
            token.ifPresent(it -> authorize(request, it));
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.method(method, BodyPublishers.ofString(body.toString()))
                        .header("Content-Type", "application/json");
            }
            return answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("'" + endpoint + "' is no URL of a server: " + e.getMessage());
        } catch (IOException e) {
            throw NoAnswer.from(endpoint, ca, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private String inRegion(String path) {
        return region.map(it -> path + (path.contains("?") ? "&" : "?") + "region=" + segment(it))
                .orElse(path);
    }

    private static void authorize(HttpRequest.Builder request, String token) {
        try {
            request.header("Authorization", "Bearer " + token);
        } catch (IllegalArgumentException e) { // whose message shows the token
            throw new CommandFailed(
                    "the token in JOBPORT_TOKEN has a character that cannot be sent, like a line's end");
        }
    }

    private JsonNode answer(HttpResponse<String> response) {
        boolean good = response.statusCode() / 100 == 2;
        try {
            JsonNode body = JSON.readTree(response.body());
            if (good && (!body.isMissingNode() || response.statusCode() == NO_CONTENT)) {
                return body;
            }
            if (body.path("type").asText().equals(WaitRefused.PROBLEM)) {
                throw new WaitRefused(Refused.message(body, token.isPresent()));
            }
            if (body.hasNonNull("title")) {
                throw new CommandFailed(Refused.message(body, token.isPresent()));
            }
        } catch (JsonProcessingException e) {
            good = false;
        }
        throw new CommandFailed(endpoint + " answered with status " + response.statusCode()
                + (good ? " and nothing else" : " and no problem description: is it a Jobport server?"));
    }
}
