package dev.jobport.crash.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.crash.history.ActionTypeAtEnd;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Create;
import dev.jobport.crash.history.Request.Delete;
import dev.jobport.crash.history.Request.Find;
import dev.jobport.crash.history.Request.ListTags;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.history.Request.Tag;
import dev.jobport.crash.history.Request.Untag;
import dev.jobport.crash.history.Request.Update;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The requests about action types and their answers as {@link HttpWire} sends and gets them. */
final class HttpActionTypes {

    /** Of what a server without credentials has, unless it is told otherwise. */
    static final String ARN = "arn:aws:codepipeline:us-east-1:000000000000:actiontype:";

    static final String MARKED_URL = "https://runs.example/";

    private HttpActionTypes() {}

    static HttpRequest http(URI server, OfActionType request) {
        ObjectNode body = HttpWire.JSON.createObjectNode();
        if (request instanceof Create create) {
            return create.family() == Family.Custom ? create(server, create) : register(server, create);
        }
        if (request instanceof Delete) {
            return HttpWire.worker(server, "DeleteCustomActionType", customId(request))
                    .build();
        }
        if (request instanceof Update update) {
            body.set("actionType", declaration(update));
            return HttpWire.worker(server, "UpdateActionType", body).build();
        }
        if (request instanceof Find) {
            return request.family() == Family.Custom
                    ? HttpWire.worker(server, "ListActionTypes", body.put("actionOwnerFilter", "Custom"))
                            .build()
                    : HttpWire.worker(server, "GetActionType", HttpWire.actionTypeId(request.actionType()))
                            .build();
        }
        body.put("resourceArn", ARN + request.actionType());
        if (request instanceof Tag tag) {
            body.putArray("tags").addObject().put("key", tag.key()).put("value", tag.value());
            return HttpWire.worker(server, "TagResource", body).build();
        }
        if (request instanceof Untag untag) {
            body.putArray("tagKeys").add(untag.key());
            return HttpWire.worker(server, "UntagResource", body).build();
        }
        return HttpWire.worker(server, "ListTagsForResource", body).build();
    }

    private static HttpRequest create(URI server, Create create) {
        ObjectNode body = customId(create);
        artifacts(body);
        body.putObject("settings").put("executionUrlTemplate", MARKED_URL + create.mark());
        if (!create.tags().isEmpty()) {
            var tags = body.putArray("tags");
            create.tags()
                    .forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        }
        return HttpWire.worker(server, "CreateCustomActionType", body).build();
    }

    private static HttpRequest register(URI server, Create create) {
        ObjectNode body = HttpWire.JSON.createObjectNode();
        body.putObject("declaration").put("description", create.mark());
        create.tags().forEach(body.putObject("tags")::put);
        return HttpWire.control(server, "PUT", "action-types/" + create.actionType() + "?replace=true", body);
    }

    private static ObjectNode declaration(Update update) {
        ObjectNode declaration = HttpWire.JSON.createObjectNode().put("description", update.mark());
        declaration
                .putObject("executor")
                .put("type", "JobWorker")
                .putObject("configuration")
                .putObject("jobWorkerExecutorConfiguration");
        declaration.set("id", HttpWire.actionTypeId(update.actionType()));
        artifacts(declaration);
        return declaration;
    }

    private static void artifacts(ObjectNode body) {
        for (String details : new String[] {"inputArtifactDetails", "outputArtifactDetails"}) {
            body.putObject(details).put("minimumCount", 0).put("maximumCount", 5);
        }
    }

    private static ObjectNode customId(OfActionType request) {
        ObjectNode id = HttpWire.actionTypeId(request.actionType());
        id.remove("owner");
        return id;
    }

    /** To a request that was not refused. */
    static Answer answer(OfActionType request, JsonNode body) {
        if (request instanceof ListTags) {
            Map<String, String> tags = new HashMap<>();
            body.get("tags")
                    .forEach(tag -> tags.put(
                            tag.get("key").textValue(), tag.get("value").textValue()));
            return new Answer.Tags(tags);
        }
        if (!(request instanceof Find)) {
            return new Answer.Taken();
        }
        if (request.family() == Family.ThirdParty) {
            return new Answer.Found(description(body.get("actionType")));
        }
        ObjectNode id = HttpWire.actionTypeId(request.actionType());
        for (JsonNode actionType : body.get("actionTypes")) {
            if (actionType.get("id").equals(id)) {
                return new Answer.Found(markedUrl(actionType));
            }
        }
        return new Answer.Found(Optional.empty());
    }

    /** As the control API shows it. */
    static ActionTypeAtEnd atEnd(JsonNode actionType) {
        String name = HttpWire.actionType(actionType.get("actionTypeId"));
        return new ActionTypeAtEnd(
                name,
                Family.of(name) == Family.Custom ? markedUrl(actionType) : description(actionType.get("declaration")),
                HttpWire.texts(actionType.get("tags")));
    }

    private static Optional<String> description(JsonNode declaration) {
        return Optional.ofNullable(declaration.path("description").textValue());
    }

    private static Optional<String> markedUrl(JsonNode actionType) {
        return Optional.ofNullable(
                        actionType.path("settings").path("executionUrlTemplate").textValue())
                .map(url -> url.substring(MARKED_URL.length()));
    }
}
