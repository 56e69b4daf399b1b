package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Schemas;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A method of a path: what is done for it, and what the document that describes the API tells of it. */
final class Route {

    /** What routes are about. */
    enum Tag {
        ActionTypes("Action types", "What kinds of action there are."),
        Clients("Clients", "Customers' links to partners."),
        ActionExecutions("Action executions", "Starting actions, stopping them, and seeing how they stand."),
        Jobs("Jobs", "What job workers are given."),
        Server("Server", "The server itself.");

        final String title;
        final String about;

        Tag(String title, String about) {
            this.title = title;
            this.about = about;
        }
    }

    final HandlerType method;
    final String path;
    private final ObjectNode head = Json.object();
    private final List<Function<Schemas, ObjectNode>> parameters = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<Function<Schemas, ObjectNode>> answers = new ArrayList<>();
    private final Set<Integer> problems = new TreeSet<>(Set.of(400, 401, 403, 429, 500));
    private Function<Schemas, ObjectNode> body;
    private Handler handler;
    private boolean forEverybody;

    /** @param id that programs call it by */
    Route(HandlerType method, String path, String id, Tag tag, String summary) {
        this.method = method;
        this.path = path;
        head.put("operationId", id).putArray("tags").add(tag.title);
        head.put("summary", summary);
    }

    Route about(String description) {
        head.put("description", description);
        return this;
    }

    /** It is about one account's, in the region that it may name. */
    Route inARegion() {
        parameters.add(schemas -> Json.object().put("$ref", "#/components/parameters/Region"));
        return this;
    }

    Route path(String name, Type<?> type) {
        return parameter("path", name, true, type);
    }

    Route query(String name, Type<?> type) {
        return parameter("query", name, false, type);
    }

    Route page() {
        return query("maxResults", PageParameters.MAX_RESULTS).query("nextToken", PageParameters.NEXT_TOKEN);
    }

    private Route parameter(String place, String name, boolean isRequired, Type<?> type) {
        parameters.add(schemas -> {
            ObjectNode parameter = Json.object().put("name", name).put("in", place);
            if (isRequired) {
                parameter.put("required", true);
            }
            return parameter.set("schema", type.schema(schemas));
        });
        return this;
    }

    <T> Route takes(boolean isRequired, Shape<T> shape, T example) {
        return takes(isRequired, schemas -> content("application/json", shape.schema(schemas), shape.write(example)));
    }

    /** @param content by media type */
    Route takes(boolean isRequired, Function<Schemas, ObjectNode> content) {
        body = schemas -> Json.object().put("required", isRequired).set("content", content.apply(schemas));
        problems.addAll(Set.of(413, 415, 503));
        return this;
    }

    <T> Route answers(int status, String about, Shape<T> shape, T example) {
        return answers(
                status, about, schemas -> content("application/json", shape.schema(schemas), shape.write(example)));
    }

    /** @param content by media type; empty if there is no body */
    Route answers(int status, String about, Function<Schemas, ObjectNode> content) {
        statuses.add(status);
        answers.add(schemas -> {
            ObjectNode answer = Json.object().put("description", about);
            ObjectNode told = content.apply(schemas);
            return told.isEmpty() ? answer : answer.set("content", told);
        });
        return this;
    }

    /** A header of the last answer. */
    Route header(String name, String about) {
        int last = answers.size() - 1;
        Function<Schemas, ObjectNode> before = answers.get(last);
        answers.set(last, schemas -> {
            ObjectNode answer = before.apply(schemas);
            answer.putObject("headers")
                    .putObject(name)
                    .put("description", about)
                    .set("schema", text());
            return answer;
        });
        return this;
    }

    /** It may be refused like this, besides by what all may be refused by. */
    Route mayFail(Integer... status) {
        problems.addAll(List.of(status));
        return this;
    }

    /** Everybody may ask this, whoever it is. */
    Route forEverybody() {
        forEverybody = true;
        problems.clear();
        head.putArray("security");
        return this;
    }

    /** This is done for it. */
    Route by(Handler what) {
        handler = what;
        return this;
    }

    Handler handler() {
        return handler;
    }

    boolean isForEverybody() {
        return forEverybody;
    }

    ObjectNode document(Schemas schemas) {
        ObjectNode operation = head.deepCopy();
        if (!parameters.isEmpty()) {
            ArrayNode list = operation.putArray("parameters");
            parameters.forEach(parameter -> list.add(parameter.apply(schemas)));
        }
        if (body != null) {
            operation.set("requestBody", body.apply(schemas));
        }
        ObjectNode responses = operation.putObject("responses");
        for (int i = 0; i < answers.size(); i++) {
            responses.set(String.valueOf(statuses.get(i)), answers.get(i).apply(schemas));
        }
        problems.forEach(status -> responses
                .putObject(String.valueOf(status))
                .put("$ref", "#/components/responses/" + ProblemResponses.nameOf(status)));
        return operation;
    }

    static ObjectNode content(String mediaType, JsonNode schema, JsonNode example) {
        ObjectNode content = Json.object();
        content.putObject(mediaType).<ObjectNode>set("schema", schema).set("example", example);
        return content;
    }

    static ObjectNode text() {
        return Json.object().put("type", "string");
    }
}
