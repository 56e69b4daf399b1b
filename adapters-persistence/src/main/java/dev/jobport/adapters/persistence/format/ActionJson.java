package dev.jobport.adapters.persistence.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.ClientId;
import java.time.Duration;
import java.time.Instant;

/** An action execution as it is stored by a store that has no columns. */
public final class ActionJson {

    private ActionJson() {}

    public static ObjectNode write(ActionExecution action, SecretsKeys keys) {
        SealedAction sealed = SealedAction.of(action, keys);
        ObjectNode json = Json.object()
                .put("id", action.id().value())
                .put("account", action.account().toString())
                .put("actionType", action.actionTypeId().toString())
                .put("startedAt", action.startedAt().toEpochMilli());
        Json.put(json, "queryValue", action.queue().queryValue());
        Json.put(json, "client", action.clientId().map(ClientId::value));
        Json.put(json, "secretsKey", sealed.key().map(SecretsKey::id));
        json.set("input", Json.parse(InputJson.write(sealed)));
        json.set("settings", Json.parse(DefinitionJson.write(action.settings())));
        json.set("timing", write(action.timing()));
        return json;
    }

    public static ActionExecution read(JsonNode json, SecretsKeys keys) {
        String id = Json.text(json, "id");
        InputJson.Read input =
                InputJson.read(id, json.required("input").toString(), Json.optionalText(json, "secretsKey"), keys);
        return new ActionExecution(
                new ActionExecutionId(id),
                new JobQueue(
                        Texts.readAccount(Json.text(json, "account")),
                        Texts.readActionTypeId(Json.text(json, "actionType")),
                        Json.optionalText(json, "queryValue")),
                Json.optionalText(json, "client").map(ClientId::new),
                input.input(),
                input.secrets(),
                DefinitionJson.readSettings(json.required("settings").toString()),
                readTiming(json.required("timing")),
                Instant.ofEpochMilli(json.required("startedAt").longValue()));
    }

    static ObjectNode write(Timing timing) {
        return Json.object()
                .put("dispatchLease", timing.dispatchLease().toMillis())
                .put("jobTimeout", timing.jobTimeout().toMillis())
                .put("actionTimeout", timing.actionTimeout().toMillis())
                .put("continuationDelay", timing.continuationDelay().toMillis());
    }

    static Timing readTiming(JsonNode json) {
        return new Timing(
                Duration.ofMillis(json.required("dispatchLease").longValue()),
                Duration.ofMillis(json.required("jobTimeout").longValue()),
                Duration.ofMillis(json.required("actionTimeout").longValue()),
                Duration.ofMillis(json.required("continuationDelay").longValue()));
    }
}
