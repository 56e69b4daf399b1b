package dev.jobport.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request and what came back.
 *
 * @param header finds a header of the answer by its name, in any case
 */
public record Exchange(String operation, int status, Function<String, Optional<String>> header, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Missing, if the body is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    public boolean isSuccess() {
        return status == 200;
    }

    /** The error's name, without a namespace before it; empty if the answer names none. */
    public String error() {
        String type = json().path("__type").asText();
        return type.substring(type.indexOf('#') + 1);
    }

    public String message() {
        JsonNode json = json();
        return json.path("message").asText(json.path("Message").asText());
    }

    /** Without what could be secret. */
    @Override
    public String toString() {
        return operation + " → " + status + (error().isEmpty() ? "" : " " + error() + ": " + message());
    }
}
