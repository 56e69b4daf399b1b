package dev.jobport.adapters.persistence.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.Tags;

/** An action type as it is stored by a store that has no columns. */
public final class ActionTypeJson {

    private ActionTypeJson() {}

    public static ObjectNode write(ActionType type) {
        ObjectNode json = Json.object().put("id", type.id().toString()).put("deleted", type.isDeleted());
        json.set("definition", Json.parse(DefinitionJson.write(type.definition())));
        json.set("declaration", Json.parse(DeclarationJson.write(type.declaration())));
        json.set("timing", ActionJson.write(type.timing()));
        Json.putAll(json.putObject("tags"), type.tags().values());
        return json;
    }

    public static ActionType read(JsonNode json) {
        return new ActionType(
                Texts.readActionTypeId(Json.text(json, "id")),
                DefinitionJson.read(json.required("definition").toString()),
                ActionJson.readTiming(json.required("timing")),
                DeclarationJson.read(json.required("declaration").toString()),
                new Tags(Json.texts(json.required("tags"))),
                json.required("deleted").booleanValue());
    }
}
