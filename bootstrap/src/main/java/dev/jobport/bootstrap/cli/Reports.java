package dev.jobport.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** Jobs and action executions as people read them. */
final class Reports {

    private Reports() {}

    /** When the job came to its present status. */
    static String since(JsonNode job) {
        JsonNode transitions = job.path("transitions");
        return transitions.path(transitions.size() - 1).path("at").asText();
    }

    static String job(JsonNode job) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        line(text, "Job", job.path("jobId").asText());
        line(text, "Status", job.path("status").asText());
        line(text, "Action type", ActionTypeName.of(job.path("actionTypeId")).toString());
        line(text, "Client", job.path("clientId").asText());
        line(text, "Action execution", job.path("actionExecutionId").asText());
        transitions(text, job);
        return text.toString();
    }

    static String action(JsonNode action) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        line(text, "Action execution", action.path("actionExecutionId").asText());
        line(text, "Status", action.path("status").asText());
        line(text, "Error", error(action));
        named(text, "Configuration", action.path("configuration"));
        line(text, "Percent complete", action.path("percentComplete").asText());
        line(text, "Summary", action.path("summary").asText());
        line(text, "External execution", action.path("externalExecutionId").asText());
        line(text, "Entity URL", action.path("entityUrl").asText());
        line(text, "Execution URL", action.path("executionUrl").asText());
        line(text, "Revision URL", action.path("revisionUrl").asText());
        line(text, "Revision", action.path("currentRevision").path("revision").asText());
        named(text, "Output variable", action.path("outputVariables"));
        for (JsonNode job : action.path("jobs")) {
            line(
                    text,
                    "Job",
                    job.path("jobId").asText() + "  " + job.path("status").asText());
            transitions(text, job);
        }
        return text.toString();
    }

    /** Code and message of what made the action fail; empty if nothing did. */
    static String error(JsonNode action) {
        JsonNode error = action.path("errorDetails");
        return error.isObject()
                ? error.path("code").asText() + ": " + error.path("message").asText()
                : "";
    }

    private static void line(StringJoiner text, String name, String value) {
        if (!value.isEmpty()) {
            text.add(String.format("%-19s %s", name, value));
        }
    }

    private static void named(StringJoiner text, String name, JsonNode values) {
        values.properties()
                .forEach(value ->
                        line(text, name, value.getKey() + "=" + value.getValue().asText()));
    }

    private static void transitions(StringJoiner text, JsonNode job) {
        job.path("transitions")
                .forEach(transition -> line(
                        text,
                        "",
                        transition.path("at").asText() + "  "
                                + transition.path("status").asText()));
    }
}
