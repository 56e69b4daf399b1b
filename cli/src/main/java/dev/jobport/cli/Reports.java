package dev.jobport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs and action executions as people read them; what workers wrote is legible and no more than that. */
public final class Reports {

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
        line(text, "Action type", ActionTypeName.of(action.path("actionTypeId")).toString());
        line(text, "Client", action.path("clientId").asText());
        line(text, "Started", action.path("startedAt").asText());
        line(text, "Pipeline", pipeline(action.path("pipelineContext")));
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

    private static String pipeline(JsonNode context) {
        return Stream.of(
                        context.path("pipelineName").asText(),
                        context.path("stage").path("name").asText(),
                        context.path("action").path("name").asText())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    static String actionType(JsonNode actionType) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        line(
                text,
                "Action type",
                ActionTypeName.of(actionType.path("actionTypeId")).toString());
        line(text, "Dispatch lease", seconds(actionType, "dispatchLeaseSeconds"));
        line(text, "Job timeout", seconds(actionType, "jobTimeoutSeconds"));
        line(text, "Action timeout", seconds(actionType, "actionTimeoutSeconds"));
        line(text, "Continuation delay", seconds(actionType, "continuationDelaySeconds"));
        for (JsonNode property : actionType.path("configurationProperties")) {
            line(text, "Property", property(property));
        }
        line(text, "Input artifacts", count(actionType.path("inputArtifactDetails")));
        line(text, "Output artifacts", count(actionType.path("outputArtifactDetails")));
        named(text, "Setting", actionType.path("settings"));
        named(text, "Declaration", actionType.path("declaration"));
        named(text, "Tag", actionType.path("tags"));
        return text.toString();
    }

    private static String seconds(JsonNode actionType, String member) {
        return actionType.path(member).asText() + " s";
    }

    private static String count(JsonNode details) {
        return details.path("minimumCount").asText() + " to "
                + details.path("maximumCount").asText();
    }

    /** As it is written on the command line. */
    private static String property(JsonNode property) {
        String flags = ActionTypeOptions.FLAGS.stream()
                .filter(flag -> property.path(flag).asBoolean())
                .collect(Collectors.joining(","));
        String description = property.path("description").asText();
        return property.path("name").asText()
                + (flags.isEmpty() ? "" : ":" + flags)
                + (description.isEmpty() ? "" : "  " + description);
    }

    /** Code and message of what made the action fail; empty if nothing did. */
    public static String error(JsonNode action) {
        JsonNode error = action.path("errorDetails");
        return error.isObject()
                ? error.path("code").asText() + ": " + error.path("message").asText()
                : "";
    }

    private static void line(StringJoiner text, String name, String value) {
        if (!value.isEmpty()) {
            text.add(String.format("%-19s %s", name, Legible.line(value)));
        }
    }

    private static void named(StringJoiner text, String name, JsonNode values) {
        values.properties().forEach(value -> line(text, name, value.getKey() + "=" + text(value.getValue())));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
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
