package dev.jobport.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** AWS's operations on pipelines. They are no subject of the clauses, so whatever goes wrong is a failure to set up. */
public record WirePipelines(WireClient client, Caller caller) {

    private static final int MOST_PAGES = 1_000;

    public static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws SetUpFailed if the answer is an error */
    public JsonNode ask(String operation, ObjectNode in) {
        Exchange exchange = client.send(caller, operation, in.toString());
        if (!exchange.isSuccess()) {
            throw new SetUpFailed(exchange.toString());
        }
        return exchange.json();
    }

    public void create(ObjectNode pipeline) {
        ask("CreatePipeline", json().set("pipeline", pipeline));
    }

    /** Starts it once. */
    public void start(String name) {
        ask("StartPipelineExecution", json().put("name", name));
    }

    /** Stops an execution at once: what is under way is abandoned. */
    public void stop(String name, String execution) {
        ask(
                "StopPipelineExecution",
                json().put("pipelineName", name)
                        .put("pipelineExecutionId", execution)
                        .put("abandon", true));
    }

    public void delete(String name) {
        ask("DeletePipeline", json().put("name", name));
    }

    /** The latest execution of an action; missing if it has not started yet. */
    public JsonNode latestExecution(String name, String stage, String action) {
        JsonNode stages = ask("GetPipelineState", json().put("name", name)).path("stageStates");
        JsonNode actions = named(stages, "stageName", stage).path("actionStates");
        return named(actions, "actionName", action).path("latestExecution");
    }

    private static JsonNode named(JsonNode list, String member, String name) {
        for (JsonNode each : list) {
            if (each.path(member).asText().equals(name)) {
                return each;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    /** Of all pipelines, on all pages. An endpoint that does not know them has none. */
    public List<String> names() {
        if (client.send(caller, "ListPipelines", "{}").error().equals("UnknownOperationException")) {
            return List.of();
        }
        return everyPage(
                "ListPipelines", json(), "pipelines", it -> it.path("name").asText());
    }

    /**
     * What a list tells, on all pages.
     *
     * @throws SetUpFailed if a page is an error, or the list does not end
     */
    public <T> List<T> everyPage(String operation, ObjectNode in, String member, Function<JsonNode, T> item) {
        List<T> all = new ArrayList<>();
        ObjectNode next = in.deepCopy();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ask(operation, next);
            answer.path(member).forEach(each -> all.add(item.apply(each)));
            if (!answer.hasNonNull("nextToken")) {
                return all;
            }
            next.set("nextToken", answer.get("nextToken"));
        }
        throw new SetUpFailed(operation + " has not ended after " + MOST_PAGES + " pages");
    }
}
