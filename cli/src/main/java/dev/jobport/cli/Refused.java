package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells what a server refuses in the words of the command line, with the remedy where there is one. */
final class Refused {

    /** The option that a member of a request comes from. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("actionTypeId", "--action-type"),
            Map.entry("clientId", "--client-id"),
            Map.entry("clientToken", "--client-token"),
            Map.entry("configuration", "--configuration"),
            Map.entry("inputArtifacts", "--input-artifact"),
            Map.entry("outputArtifacts", "--output-artifact"),
            Map.entry("pipelineContext.pipelineName", "--pipeline-name"),
            Map.entry("pipelineContext.stage.name", "--stage"),
            Map.entry("pipelineContext.action.name", "--action"),
            Map.entry("dispatchLeaseSeconds", "--dispatch-lease"),
            Map.entry("jobTimeoutSeconds", "--job-timeout"),
            Map.entry("actionTimeoutSeconds", "--action-timeout"),
            Map.entry("continuationDelaySeconds", "--continuation-delay"),
            Map.entry("configurationProperties", "--property"),
            Map.entry("tags", "--tag"),
            Map.entry("maxResults", "--max-results"),
            Map.entry("nextToken", "--next-token"),
            Map.entry("status", "--status"),
            Map.entry("region", "--region"));

    /** What is wanted where a member is missing that a command has an option for. */
    private static final Map<String, String> WANTED = Map.of(
            "actionTypeId", "an action needs its type: give --action-type",
            "clientId",
                    "a third-party action needs its client: give --client-id (jobport client create registers one)");

    private static final String MISSING = "must not be null";
    private static final int UNAUTHORIZED = 401;
    private static final Pattern CLIENT_ID = Pattern.compile("\\bclientId\\b");

    private Refused() {}

    /**
     * @param problem problem details (RFC 9457), with a title
     * @param withToken whether a control token was sent
     */
    static String message(JsonNode problem, boolean withToken) {
        String detail = problem.path("detail").asText(problem.path("title").asText());
        if (problem.path("status").asInt() == UNAUTHORIZED && !detail.contains("--credentials")) {
            return (withToken
                            ? "the server does not know the token in JOBPORT_TOKEN: set it"
                            : "the server asks for a control token: set JOBPORT_TOKEN")
                    + " to one of the server's control tokens";
        }
        String errors = StreamSupport.stream(problem.path("errors").spliterator(), false)
                .map(error ->
                        error(error.path("path").asText(), error.path("message").asText()))
                .collect(Collectors.joining("; "));
        boolean saysAll =
                errors.isEmpty() || problem.at("/errors/0/message").asText().equals(detail);
        return saysAll
                ? CLIENT_ID.matcher(detail).replaceAll("--client-id")
                : problem.path("title").asText() + ": " + errors;
    }

    private static String error(String path, String message) {
        if (message.equals(MISSING) && WANTED.containsKey(path)) {
            return WANTED.get(path);
        }
        return named(path) + " " + message;
    }

    /** As an option if there is one; of what is within its value, the path too. */
    private static String named(String path) {
        if (OPTIONS.containsKey(path)) {
            return OPTIONS.get(path);
        }
        return OPTIONS.entrySet().stream()
                .filter(option -> path.startsWith(option.getKey() + "."))
                .map(option -> option.getValue() + " (" + path + ")")
                .findAny()
                .orElse(path);
    }
}
