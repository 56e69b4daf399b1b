package dev.jobport.verify.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.cli.CommandFailed;
import dev.jobport.cli.NoAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** The pipeline and the operator of a real server, by the control API. */
final class Control {

    private final HttpClient http = HttpClient.newHttpClient();
    private URI endpoint;

    void moveTo(URI server) {
        endpoint = server;
    }

    void register(String actionType) {
        ask("PUT", "/action-types/" + actionType, "{}");
    }

    /** @return the action's id */
    String start(String actionType) {
        String[] parts = actionType.split("/");
        String body = "{\"actionTypeId\":{\"owner\":\"%s\",\"category\":\"%s\",\"provider\":\"%s\",\"version\":\"%s\"}}"
                .formatted((Object[]) parts);
        return ask("POST", "/action-executions", body).get("actionExecutionId");
    }

    String status(String action) {
        return ask("GET", "/action-executions/" + action, "").get("status");
    }

    private Reply ask(String method, String path, String body) {
        URI address = endpoint.resolve("/control/v1" + path);
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body, UTF_8))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new CommandFailed(method + " " + path + " was answered with " + response.statusCode());
            }
            return Reply.of(response.statusCode(), response.body());
        } catch (IOException e) {
            throw NoAnswer.from(endpoint.toString(), Optional.empty(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }
}
