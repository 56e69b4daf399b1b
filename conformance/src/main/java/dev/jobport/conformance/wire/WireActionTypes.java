package dev.jobport.conformance.wire;

import static dev.jobport.conformance.json.ActionJson.list;
import static dev.jobport.conformance.json.ActionJson.text;
import static dev.jobport.conformance.json.JobJson.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionTypeDeclaration;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.conformance.json.DeclarationJson;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.actiontype.Tags;
import java.util.Optional;
import java.util.Set;

/** The port of those who define action types as an endpoint of AWS JSON keeps it. What an answer does not tell is as by default. */
public record WireActionTypes(WireClient client) implements ActionTypes {

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode key(ActionTypeId id) {
        ObjectNode json = ActionTypeJson.write(id);
        json.remove("owner");
        return json;
    }

    private static ArrayNode write(Tags tags) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        tags.values().forEach((key, value) -> json.addObject().put("key", key).put("value", value));
        return json;
    }

    private static Tags.Tag tag(JsonNode json) {
        return new Tags.Tag(need(json, "key").textValue(), need(json, "value").textValue());
    }

    @Override
    public ActionType createCustomActionType(
            Caller caller, ActionTypeId id, ActionTypeDefinition definition, Tags tags) {
        ObjectNode in = key(id);
        ActionTypeJson.write(in.putObject("settings"), definition.settings());
        ArrayNode properties = in.putArray("configurationProperties");
        definition
                .configurationProperties()
                .forEach(property -> ActionTypeJson.write(properties.addObject(), property));
        ActionTypeJson.write(in.putObject("inputArtifactDetails"), definition.inputArtifactDetails());
        ActionTypeJson.write(in.putObject("outputArtifactDetails"), definition.outputArtifactDetails());
        in.set("tags", write(tags));
        JsonNode answer = client.call(caller, "CreateCustomActionType", in);
        return ActionTypeJson.readCustom(
                need(answer, "actionType"), Tags.of(list(answer.path("tags"), WireActionTypes::tag)));
    }

    @Override
    public void deleteCustomActionType(Caller caller, ActionTypeId id) {
        client.call(caller, "DeleteCustomActionType", key(id));
    }

    @Override
    public Page<ActionType> listActionTypes(
            Caller caller, Optional<ActionOwner> owner, Optional<String> region, PageRequest page) {
        ObjectNode in = json();
        owner.ifPresent(it -> in.put("actionOwnerFilter", it.name()));
        region.ifPresent(it -> in.put("regionFilter", it));
        page.nextToken().ifPresent(it -> in.put("nextToken", it));
        JsonNode answer = client.call(caller, "ListActionTypes", in);
        return new Page<>(
                list(need(answer, "actionTypes"), type -> ActionTypeJson.readCustom(type, Tags.NONE)),
                text(answer, "nextToken"));
    }

    @Override
    public ActionType getActionType(Caller caller, ActionTypeId id) {
        return DeclarationJson.read(need(client.call(caller, "GetActionType", ActionTypeJson.write(id)), "actionType"));
    }

    @Override
    public void updateActionType(Caller caller, ActionTypeDeclaration declared) {
        client.call(caller, "UpdateActionType", json().set("actionType", DeclarationJson.write(declared)));
    }

    @Override
    public void tagResource(Caller caller, ResourceArn resourceArn, Tags tags) {
        client.call(caller, "TagResource", resource(resourceArn).set("tags", write(tags)));
    }

    @Override
    public void untagResource(Caller caller, ResourceArn resourceArn, Set<String> tagKeys) {
        ObjectNode in = resource(resourceArn);
        ArrayNode keys = in.putArray("tagKeys");
        tagKeys.forEach(keys::add);
        client.call(caller, "UntagResource", in);
    }

    @Override
    public Page<Tags.Tag> listTagsForResource(Caller caller, ResourceArn resourceArn, PageRequest page) {
        ObjectNode in = resource(resourceArn).put("maxResults", page.maxResults());
        page.nextToken().ifPresent(token -> in.put("nextToken", token));
        JsonNode answer = client.call(caller, "ListTagsForResource", in);
        return new Page<>(list(need(answer, "tags"), WireActionTypes::tag), text(answer, "nextToken"));
    }

    private static ObjectNode resource(ResourceArn arn) {
        return json().put("resourceArn", arn.value());
    }
}
