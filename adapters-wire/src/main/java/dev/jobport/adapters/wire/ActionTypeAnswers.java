package dev.jobport.adapters.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionTypeIds;
import dev.jobport.adapters.wire.json.ActionTypeParts;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.application.Page;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeDefinition;
import dev.jobport.domain.action.ActionTypeSettings;
import dev.jobport.domain.action.ExecutorType;
import dev.jobport.domain.action.ProviderDeclaration;
import dev.jobport.domain.action.Tags.Tag;
import java.util.List;

/** Writes what those are answered who ask for action types. What is absent is left out. */
final class ActionTypeAnswers {

    private ActionTypeAnswers() {}

    static ObjectNode created(ActionType actionType) {
        ObjectNode answer = Json.object();
        answer.set("actionType", actionType(actionType));
        ArrayNode tags = Json.object().arrayNode();
        actionType.tags().values().forEach((key, value) -> write(tags, key, value));
        if (!tags.isEmpty()) {
            answer.set("tags", tags);
        }
        return answer;
    }

    static ObjectNode list(Page<ActionType> page) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("actionTypes");
        page.items().forEach(actionType -> list.add(actionType(actionType)));
        page.nextToken().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    static ObjectNode tags(Page<Tag> page) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("tags");
        page.items().forEach(tag -> write(list, tag.key(), tag.value()));
        page.nextToken().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    private static void write(ArrayNode list, String key, String value) {
        list.addObject().put("key", key).put("value", value);
    }

    private static ObjectNode actionType(ActionType actionType) {
        ActionTypeDefinition definition = actionType.definition();
        ObjectNode json = Json.object();
        json.set("id", ActionTypeIds.write(actionType.id()));
        if (!definition.settings().equals(ActionTypeSettings.NONE)) {
            json.set("settings", ActionTypeParts.write(definition.settings()));
        }
        json.set("actionConfigurationProperties", ActionTypeParts.write(definition.configurationProperties()));
        json.set("inputArtifactDetails", ActionTypeParts.write(definition.inputArtifactDetails()));
        json.set("outputArtifactDetails", ActionTypeParts.write(definition.outputArtifactDetails()));
        return json;
    }

    static ObjectNode declaration(ActionType actionType) {
        ObjectNode answer = Json.object();
        ObjectNode json = answer.putObject("actionType");
        ProviderDeclaration declaration = actionType.declaration();
        declaration.description().ifPresent(text -> json.put("description", text));
        json.set("executor", executor(actionType));
        json.set("id", ActionTypeIds.write(actionType.id()));
        ActionTypeDefinition definition = actionType.definition();
        json.set("inputArtifactDetails", ActionTypeParts.write(definition.inputArtifactDetails()));
        json.set("outputArtifactDetails", ActionTypeParts.write(definition.outputArtifactDetails()));
        if (!declaration.allowedAccounts().isEmpty()) {
            write(json.putObject("permissions"), "allowedAccounts", declaration.allowedAccounts());
        }
        ArrayNode properties = json.putArray("properties");
        definition.configurationProperties().forEach(property -> {
            ObjectNode one = properties
                    .addObject()
                    .put("name", property.name())
                    .put("optional", !property.required())
                    .put("key", property.key())
                    .put("noEcho", property.secret())
                    .put("queryable", property.queryable());
            property.description().ifPresent(text -> one.put("description", text));
        });
        if (!definition.settings().equals(ActionTypeSettings.NONE)) {
            json.set("urls", urls(definition.settings()));
        }
        return answer;
    }

    private static ObjectNode executor(ActionType actionType) {
        ProviderDeclaration declaration = actionType.declaration();
        ObjectNode json = Json.object();
        ObjectNode worker = json.putObject("configuration").putObject("jobWorkerExecutorConfiguration");
        write(worker, "pollingAccounts", declaration.pollingAccounts());
        write(worker, "pollingServicePrincipals", declaration.pollingServicePrincipals());
        json.put("type", ExecutorType.JobWorker.name());
        declaration.policyStatementsTemplate().ifPresent(text -> json.put("policyStatementsTemplate", text));
        json.put("jobTimeout", actionType.timing().jobTimeout().toSeconds());
        return json;
    }

    private static ObjectNode urls(ActionTypeSettings settings) {
        ObjectNode json = Json.object();
        settings.thirdPartyConfigurationUrl().ifPresent(url -> json.put("configurationUrl", url));
        settings.entityUrlTemplate().ifPresent(url -> json.put("entityUrlTemplate", url.text()));
        settings.executionUrlTemplate().ifPresent(url -> json.put("executionUrlTemplate", url.text()));
        settings.revisionUrlTemplate().ifPresent(url -> json.put("revisionUrlTemplate", url.text()));
        return json;
    }

    private static void write(ObjectNode json, String member, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = json.putArray(member);
            texts.forEach(list::add);
        }
    }
}
