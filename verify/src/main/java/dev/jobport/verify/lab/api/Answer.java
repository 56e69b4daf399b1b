package dev.jobport.verify.lab.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.verdict.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
record Answer(int status, String type, byte[] body) {

    /** There is nothing to say. */
    static final Answer NOTHING = new Answer(204, "", new byte[0]);

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", (Json.write(value) + "\n").getBytes(UTF_8));
    }

    static Answer text(String type, String text) {
        return new Answer(200, type + ";charset=utf-8", text.getBytes(UTF_8));
    }

    /** Problem details (RFC 9457). */
    static Answer problem(int status, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", detail);
        return new Answer(status, "application/problem+json", (Json.write(problem) + "\n").getBytes(UTF_8));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The request is not valid";
            case 401 -> "The lab does not know the caller";
            case 404 -> "There is no such thing";
            case 405 -> "The path does not take this method";
            case 409 -> "As things stand, this cannot be";
            case 413 -> "The body is too large";
            default -> "The lab failed";
        };
    }
}
