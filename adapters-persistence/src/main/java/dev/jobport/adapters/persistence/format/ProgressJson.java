package dev.jobport.adapters.persistence.format;

import static dev.jobport.adapters.persistence.format.Json.object;
import static dev.jobport.adapters.persistence.format.Json.optional;
import static dev.jobport.adapters.persistence.format.Json.optionalText;
import static dev.jobport.adapters.persistence.format.Json.put;
import static dev.jobport.adapters.persistence.format.Json.putAll;
import static dev.jobport.adapters.persistence.format.Json.text;
import static dev.jobport.adapters.persistence.format.Json.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import java.time.Instant;

/** An action's progress as it is stored. */
public final class ProgressJson {

    private static final String NONE = "{}";

    private ProgressJson() {}

    public static String write(ActionProgress progress) {
        ObjectNode json = object();
        ExecutionDetails details = progress.executionDetails();
        put(json, "summary", details.summary());
        put(json, "externalExecutionId", details.externalExecutionId());
        details.percentComplete().ifPresent(percent -> json.put("percentComplete", percent));
        progress.currentRevision().ifPresent(revision -> writeRevision(json.putObject("currentRevision"), revision));
        if (!progress.outputVariables().isEmpty()) {
            putAll(json.putObject("outputVariables"), progress.outputVariables().values());
        }
        progress.errorDetails()
                .ifPresent(error ->
                        json.putObject("errorDetails").put("code", error.code()).put("message", error.message()));
        return json.toString();
    }

    public static ActionProgress read(String stored) {
        if (stored.equals(NONE)) {
            return ActionProgress.NONE;
        }
        JsonNode json = Json.parse(stored);
        return new ActionProgress(
                new ExecutionDetails(
                        optionalText(json, "summary"),
                        optionalText(json, "externalExecutionId"),
                        optional(json, "percentComplete", JsonNode::intValue)),
                optional(json, "currentRevision", ProgressJson::readRevision),
                optional(json, "outputVariables", variables -> new OutputVariables(texts(variables)))
                        .orElse(OutputVariables.NONE),
                optional(json, "errorDetails", error -> new ErrorDetails(text(error, "code"), text(error, "message"))));
    }

    private static void writeRevision(ObjectNode json, CurrentRevision revision) {
        json.put("revision", revision.revision()).put("changeIdentifier", revision.changeIdentifier());
        revision.created().ifPresent(created -> json.put("created", created.toEpochMilli()));
        put(json, "revisionSummary", revision.revisionSummary());
    }

    private static CurrentRevision readRevision(JsonNode json) {
        return new CurrentRevision(
                text(json, "revision"),
                text(json, "changeIdentifier"),
                optional(json, "created", created -> Instant.ofEpochMilli(created.longValue())),
                optionalText(json, "revisionSummary"));
    }
}
