package dev.jobport.verify.lab;

import dev.jobport.cli.CommandFailed;
import dev.jobport.cli.NoAnswer;
import dev.jobport.verdict.json.Json;
import dev.jobport.verdict.json.NotJson;
import dev.jobport.verify.lab.api.LabServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a lab that runs; each refusal becomes one line for people.
 *
 * @param tokenFile where a token was looked for
 * @param prefix of all paths
 */
record LabClient(HttpClient http, URI control, Optional<String> token, Path tokenFile, String prefix) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(11);
    private static final int UNAUTHORIZED = 401;

    LabClient(URI control, Optional<String> token, Path tokenFile, String prefix) {
        this(HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build(), control, token, tokenFile, prefix);
    }

    LabClient below(String path) {
        return new LabClient(http, control, token, tokenFile, prefix + path);
    }

    Map<?, ?> get(String path) {
        return object(text("GET", path, Map.of()));
    }

    Map<?, ?> post(String path, Map<String, ?> body) {
        return object(text("POST", path, body));
    }

    void delete(String path) {
        text("DELETE", path, Map.of());
    }

    static List<?> list(Map<?, ?> answer, String member) {
        return answer.get(member) instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> object(String text) {
        try {
            return text.isBlank() ? Map.of() : (Map<?, ?>) Json.read(text);
        } catch (NotJson | ClassCastException e) {
            throw noLab();
        }
    }

    private static CommandFailed noLab() {
        return new CommandFailed("that server is no lab; its time does not travel");
    }

    /** @param body is sent if there is anything in it */
    String text(String method, String path, Map<String, ?> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(control.resolve(LabServer.ROOT + prefix + path))
                    .timeout(ANSWER_TIMEOUT)
                    .method(
                            method,
                            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
            token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
            return answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed("'" + control + "' is no URL of a lab");
        } catch (IOException e) {
            throw NoAnswer.from(control.toString(), Optional.empty(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private String answer(HttpResponse<String> response) {
        if (response.headers().firstValue(LabServer.HEADER).isEmpty()) {
            throw noLab();
        }
        if (response.statusCode() == UNAUTHORIZED) {
            throw new CommandFailed(
                    token.isPresent()
                            ? "the lab does not know the token; name the file that it has printed with --token-file"
                            : "there is no token in " + tokenFile
                                    + "; name the file that the lab has printed with --token-file");
        }
        if (response.statusCode() / 100 != 2) {
            Object detail = object(response.body()).get("detail");
            throw new CommandFailed(String.valueOf(detail).replaceFirst("\\.$", ""));
        }
        return response.body();
    }
}
