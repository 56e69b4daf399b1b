package dev.jobport.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Starts an action and, if asked, follows it to its end. */
@Command(
        name = "start",
        description = {
            "Start an action.",
            "With --wait: show its progress; exit with 0, 1 or 124 when it succeeded, failed (or was stopped) or timed"
                    + " out."
        })
final class ActionStartCommand extends ControlCommand implements Callable<Integer> {

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The whole request as JSON, - for standard input; other options add to it.")
    private String request;

    @Option(
            names = "--action-type",
            paramLabel = ActionTypeName.FORM,
            converter = ActionTypeName.Converter.class,
            description = "E.g. ThirdParty/Test/Acme/1 or Custom/Build/Own/1")
    private ActionTypeName actionType;

    @Option(
            names = "--client-id",
            paramLabel = "UUID",
            description = "The customer whose action this is; for third-party actions, and for no others.")
    private String clientId;

    @Option(
            names = "--configuration",
            arity = "1..*",
            paramLabel = "KEY=VALUE",
            description = "The action's configuration.")
    private Map<String, String> configuration = Map.of();

    @Option(
            names = "--input-artifact",
            arity = "1..*",
            paramLabel = NamedArtifact.FORM,
            converter = NamedArtifact.Converter.class,
            description = "What the action reads.")
    private List<NamedArtifact> inputArtifacts = List.of();

    @Option(
            names = "--output-artifact",
            arity = "1..*",
            paramLabel = NamedArtifact.FORM,
            converter = NamedArtifact.Converter.class,
            description = "What the action writes.")
    private List<NamedArtifact> outputArtifacts = List.of();

    @Option(names = "--pipeline-name", paramLabel = "NAME", description = "The pipeline that the action belongs to.")
    private String pipelineName;

    @Option(names = "--stage", paramLabel = "NAME", description = "Its stage in the pipeline.")
    private String stage;

    @Option(names = "--action", paramLabel = "NAME", description = "Its name in the stage.")
    private String action;

    @Option(names = "--wait", description = "Follow the action to its end.")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Give up waiting after so long; the action goes on.")
    private Integer timeout;

    @Override
    public Integer call() {
        if (timeout != null && !wait) {
            throw new ParameterException(
                    spec().commandLine(), "--timeout is for how long to wait; give it together with --wait");
        }
        if (timeout != null && timeout < 0) {
            throw new ParameterException(spec().commandLine(), "--timeout takes 0 or more seconds, not " + timeout);
        }
        ObjectNode body = body();
        ControlClient client = client();
        JsonNode started = client.post("/action-executions", body);
        if (!wait) {
            print(
                    started,
                    ids -> new Table("ACTION EXECUTION", "JOB")
                            .row(
                                    ids.path("actionExecutionId").asText(),
                                    ids.path("jobId").asText()));
            return 0;
        }
        return follow(client, started.path("actionExecutionId").asText());
    }

    private int follow(ControlClient client, String id) {
        Duration patience = timeout == null ? Duration.ofDays(365) : Duration.ofSeconds(timeout);
        JsonNode last;
        if (json()) {
            last = ActionWatch.follow(client, id, patience, report -> {});
            print(last, JsonNode::toString);
        } else {
            ProgressView view = new ProgressView(out(), Ansi.AUTO.enabled());
            view.say("Action execution " + id);
            last = ActionWatch.follow(client, id, patience, view::show);
            view.end();
            view.say((last.path("status").asText() + " " + Reports.error(last)).strip());
        }
        if (ActionWatch.isInProgress(last)) {
            spec().commandLine()
                    .getErr()
                    .println(spec().qualifiedName() + ": still in progress after " + timeout
                            + " s; see jobport action show " + Legible.line(id));
        }
        return ActionWatch.exitCode(last);
    }

    private ObjectNode body() {
        ObjectNode body = request == null ? ControlClient.JSON.createObjectNode() : readRequest();
        if (actionType != null) {
            body.set("actionTypeId", actionType.json());
        }
        if (clientId != null) {
            body.put("clientId", clientId);
        }
        configuration.forEach((key, value) -> object(body, "configuration").put(key, value));
        inputArtifacts.forEach(artifact -> list(body, "inputArtifacts").add(artifact.json()));
        outputArtifacts.forEach(artifact -> list(body, "outputArtifacts").add(artifact.json()));
        if (pipelineName != null) {
            object(body, "pipelineContext").put("pipelineName", pipelineName);
        }
        if (stage != null) {
            object(body, "pipelineContext").putObject("stage").put("name", stage);
        }
        if (action != null) {
            object(body, "pipelineContext").putObject("action").put("name", action);
        }
        return body;
    }

    private ObjectNode object(ObjectNode body, String member) {
        requireKind(body, member, "an object", JsonNode::isObject);
        return body.withObjectProperty(member);
    }

    private ArrayNode list(ObjectNode body, String member) {
        requireKind(body, member, "a list", JsonNode::isArray);
        return body.withArrayProperty(member);
    }

    /** An option can only add to a member of the right kind, or make a new one. */
    private void requireKind(ObjectNode body, String member, String name, Predicate<JsonNode> kind) {
        if (body.hasNonNull(member) && !kind.test(body.get(member))) {
            throw new CommandFailed("options cannot add to " + member + " in " + request + ": it is not " + name);
        }
    }

    private ObjectNode readRequest() {
        try {
            byte[] text = request.equals("-") ? System.in.readAllBytes() : GivenFile.read(request);
            if (ControlClient.JSON.readTree(text) instanceof ObjectNode body) {
                return body;
            }
            throw new CommandFailed(request + " holds no JSON object");
        } catch (JsonProcessingException e) {
            throw new CommandFailed(request + " holds no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new CommandFailed("cannot read " + request + ": " + e.getMessage());
        }
    }
}
