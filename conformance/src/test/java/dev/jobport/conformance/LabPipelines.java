package dev.jobport.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.PipelineContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Pipelines before a lab, of one action a stage, as AWS runs them: a stage takes one execution at a time, and an action
 * starts when the one before has succeeded.
 */
final class LabPipelines implements Front.Layer {

    private static final int PAGE = 2;

    private final Pipelines actions;
    private final Account account;
    private final boolean startsNewOnes;
    private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();

    /** @param startsNewOnes whether a pipeline starts when it is made, as at AWS */
    LabPipelines(Pipelines actions, Account account, boolean startsNewOnes) {
        this.actions = actions;
        this.account = account;
        this.startsNewOnes = startsNewOnes;
    }

    synchronized List<String> names() {
        return List.copyOf(pipelines.keySet());
    }

    private static final class Execution {
        private final String id = UUID.randomUUID().toString();
        private int stage;
        /** Null while it waits for its stage. */
        private ActionExecutionId action;

        private boolean isOver;
    }

    private static final class Pipeline {
        private final JsonNode declaration;
        private final List<Execution> executions = new ArrayList<>();
        private final Map<Integer, ActionExecutionId> latest = new LinkedHashMap<>();

        Pipeline(JsonNode declaration) {
            this.declaration = declaration;
        }

        JsonNode action(int stage) {
            return declaration.path("stages").path(stage).path("actions").path(0);
        }
    }

    @Override
    public synchronized Front.Answer answer(Front.Request request, Front.Upstream upstream) {
        Front.Answer answer = switch (request.operation()) {
            case "CreatePipeline" -> create(request.body().path("pipeline"));
            case "StartPipelineExecution" -> of(request.text("name"), this::start);
            case "GetPipelineState" -> of(request.text("name"), this::state);
            case "StopPipelineExecution" ->
                of(request.text("pipelineName"), it -> stop(it, request.text("pipelineExecutionId")));
            case "DeletePipeline" -> delete(request.text("name"));
            case "ListPipelines" -> list(request.number("nextToken"));
            default -> upstream.ask(request);
        };
        pipelines.values().forEach(this::advance);
        return answer;
    }

    private interface Move {
        Front.Answer of(Pipeline pipeline);
    }

    private Front.Answer of(String name, Move move) {
        return pipelines.containsKey(name)
                ? move.of(pipelines.get(name))
                : error("PipelineNotFoundException", "there is no pipeline " + name);
    }

    private Front.Answer create(JsonNode declaration) {
        JsonNode stages = declaration.path("stages");
        if (!declaration.hasNonNull("roleArn")
                || !declaration.path("artifactStore").hasNonNull("location")) {
            return error("ValidationException", "a role and an artifact store are needed");
        }
        if (stages.size() < 2) {
            return error("InvalidStructureException", "a pipeline has two stages at least");
        }
        for (int i = 0; i < stages.size(); i++) {
            JsonNode action = stages.get(i).path("actions").path(0);
            boolean isSource =
                    action.path("actionTypeId").path("category").asText().equals("Source");
            if (isSource != (i == 0)
                    || isSource == action.path("outputArtifacts").isEmpty()) {
                return error("InvalidStageDeclarationException", "sources, with an artifact each, are the first stage");
            }
        }
        String name = declaration.path("name").asText();
        if (pipelines.containsKey(name)) {
            return error("PipelineNameInUseException", name);
        }
        pipelines.put(name, new Pipeline(declaration));
        if (startsNewOnes) {
            start(pipelines.get(name));
        }
        return ok(json().set("pipeline", declaration));
    }

    private Front.Answer start(Pipeline pipeline) {
        Execution execution = new Execution();
        pipeline.executions.add(execution);
        return ok(json().put("pipelineExecutionId", execution.id));
    }

    private Front.Answer state(Pipeline pipeline) {
        ObjectNode state = json();
        ArrayNode stages = state.putArray("stageStates");
        for (int i = 0; i < pipeline.declaration.path("stages").size(); i++) {
            ObjectNode stage = stages.addObject();
            stage.set("stageName", pipeline.declaration.path("stages").path(i).path("name"));
            ObjectNode action = stage.putArray("actionStates").addObject();
            action.set("actionName", pipeline.action(i).path("name"));
            if (pipeline.latest.containsKey(i)) {
                ActionExecutionId id = pipeline.latest.get(i);
                action.putObject("latestExecution")
                        .put("actionExecutionId", id.value())
                        .put("status", status(id).name());
            }
        }
        return ok(state);
    }

    private Front.Answer stop(Pipeline pipeline, String id) {
        Optional<Execution> found = pipeline.executions.stream()
                .filter(it -> it.id.equals(id) && !it.isOver)
                .findFirst();
        if (found.isEmpty()) {
            return error("PipelineExecutionNotStoppableException", id);
        }
        stop(found.get());
        return ok(json().put("pipelineExecutionId", id));
    }

    private void stop(Execution execution) {
        if (execution.action != null && status(execution.action) == ActionExecutionStatus.InProgress) {
            actions.stopActionExecution(account, execution.action);
        }
        execution.isOver = true;
    }

    private Front.Answer delete(String name) {
        Optional.ofNullable(pipelines.remove(name)).ifPresent(it -> it.executions.forEach(this::stop));
        return new Front.Answer(200, "");
    }

    private Front.Answer list(int from) {
        ObjectNode page = json();
        ArrayNode list = page.putArray("pipelines");
        names().stream().skip(from).limit(PAGE).forEach(name -> list.addObject().put("name", name));
        if (from + PAGE < pipelines.size()) {
            page.put("nextToken", "" + (from + PAGE));
        }
        return ok(page);
    }

    /** Until nothing more happens by itself. */
    private void advance(Pipeline pipeline) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Execution each : pipeline.executions) {
                moved |= !each.isOver && (each.action == null ? enter(pipeline, each) : leave(pipeline, each));
            }
        }
    }

    private boolean enter(Pipeline pipeline, Execution execution) {
        boolean isTaken = pipeline.executions.stream()
                .anyMatch(it -> !it.isOver && it.action != null && it.stage == execution.stage);
        if (isTaken) {
            return false;
        }
        JsonNode action = pipeline.action(execution.stage);
        try {
            execution.action = actions.startActionExecution(
                            account,
                            ActionTypeJson.readId(action.get("actionTypeId")),
                            Optional.empty(),
                            input(pipeline, execution, action))
                    .actionExecutionId();
            pipeline.latest.put(execution.stage, execution.action);
        } catch (Refusal e) {
            execution.isOver = true; // as an action that fails at once
        }
        return true;
    }

    private boolean leave(Pipeline pipeline, Execution execution) {
        ActionExecutionStatus status = status(execution.action);
        if (status == ActionExecutionStatus.InProgress) {
            return false;
        }
        execution.stage++;
        execution.action = null;
        execution.isOver = status != ActionExecutionStatus.Succeeded
                || execution.stage == pipeline.declaration.path("stages").size();
        return true;
    }

    private static ActionInput input(Pipeline pipeline, Execution execution, JsonNode action) {
        Map<String, String> configuration = new LinkedHashMap<>();
        action.path("configuration")
                .properties()
                .forEach(it -> configuration.put(it.getKey(), it.getValue().asText()));
        List<Artifact> outputs = new ArrayList<>();
        action.path("outputArtifacts")
                .forEach(it -> outputs.add(new Artifact(it.path("name").asText(), Optional.empty(), Optional.empty())));
        return new ActionInput(
                configuration,
                new PipelineContext(
                        Optional.of(pipeline.declaration.path("name").asText()),
                        Optional.of(pipeline.declaration
                                .path("stages")
                                .path(execution.stage)
                                .path("name")
                                .asText()),
                        Optional.of(action.path("name").asText()),
                        Optional.empty(),
                        Optional.of(execution.id)),
                List.of(),
                outputs,
                Optional.empty());
    }

    private ActionExecutionStatus status(ActionExecutionId id) {
        return actions.actionExecution(account, id).summary().status();
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Front.Answer ok(JsonNode json) {
        return new Front.Answer(200, json.toString());
    }

    private static Front.Answer error(String name, String message) {
        return new Front.Answer(
                400, json().put("__type", name).put("message", message).toString());
    }
}
