package dev.jobport.conformance.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Actions and their jobs as the control API spells them. */
public final class ActionJson {

    private ActionJson() {}

    public static ObjectNode write(ActionInput input) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode configuration = json.putObject("configuration");
        input.configuration().forEach(configuration::put);
        ObjectNode context = json.putObject("pipelineContext");
        PipelineContext given = input.pipelineContext();
        given.pipelineName().ifPresent(name -> context.put("pipelineName", name));
        given.stageName().ifPresent(name -> context.putObject("stage").put("name", name));
        given.actionName().ifPresent(name -> context.putObject("action").put("name", name));
        given.pipelineArn().ifPresent(arn -> context.put("pipelineArn", arn));
        given.pipelineExecutionId().ifPresent(id -> context.put("pipelineExecutionId", id));
        json.set("inputArtifacts", write(input.inputArtifacts()));
        json.set("outputArtifacts", write(input.outputArtifacts()));
        input.encryptionKey()
                .ifPresent(key -> json.putObject("encryptionKey")
                        .put("id", key.id())
                        .put("type", key.type().name()));
        return json;
    }

    private static ArrayNode write(List<Artifact> artifacts) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Artifact artifact : artifacts) {
            ObjectNode item = json.addObject().put("name", artifact.name());
            artifact.revision().ifPresent(revision -> item.put("revision", revision));
            artifact.location()
                    .ifPresent(location -> item.putObject("location")
                            .put("type", "S3")
                            .putObject("s3Location")
                            .put("bucketName", location.bucketName())
                            .put("objectKey", location.objectKey()));
        }
        return json;
    }

    public static ActionExecutionReport report(JsonNode json) {
        return new ActionExecutionReport(
                summary(json),
                texts(json.path("configuration")),
                pipelineContext(json.path("pipelineContext")),
                list(json.get("jobs"), job -> jobReport(job, json)));
    }

    static PipelineContext pipelineContext(JsonNode json) {
        return new PipelineContext(
                text(json, "pipelineName"),
                text(json.path("stage"), "name"),
                text(json.path("action"), "name"),
                text(json, "pipelineArn"),
                text(json, "pipelineExecutionId"));
    }

    public static ActionExecutionSummary summary(JsonNode json) {
        return new ActionExecutionSummary(
                new ActionExecutionId(json.get("actionExecutionId").textValue()),
                ActionTypeJson.readId(json.get("actionTypeId")),
                text(json, "clientId").map(ClientId::new),
                Instant.parse(json.get("startedAt").textValue()),
                ActionExecutionStatus.valueOf(json.get("status").textValue()),
                new ActionProgress(
                        new ExecutionDetails(
                                text(json, "summary"),
                                text(json, "externalExecutionId"),
                                Optional.ofNullable(json.get("percentComplete")).map(JsonNode::intValue)),
                        Optional.ofNullable(json.get("currentRevision"))
                                .map(revision -> new CurrentRevision(
                                        revision.get("revision").textValue(),
                                        revision.get("changeIdentifier").textValue(),
                                        text(revision, "created").map(Instant::parse),
                                        text(revision, "revisionSummary"))),
                        Optional.ofNullable(json.get("outputVariables"))
                                .map(variables -> new OutputVariables(texts(variables)))
                                .orElse(OutputVariables.NONE),
                        Optional.ofNullable(json.get("errorDetails"))
                                .map(error -> new ErrorDetails(
                                        error.get("code").textValue(),
                                        error.get("message").textValue()))),
                new ActionUrls(text(json, "entityUrl"), text(json, "executionUrl"), text(json, "revisionUrl")));
    }

    static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().textValue()));
        return texts;
    }

    public static JobReport jobReport(JsonNode json) {
        return jobReport(json, json);
    }

    /** @param action where the action type, the client and the action execution stand */
    private static JobReport jobReport(JsonNode json, JsonNode action) {
        return new JobReport(
                new JobId(json.get("jobId").textValue()),
                JobStatus.valueOf(json.get("status").textValue()),
                list(
                        json.get("transitions"),
                        transition -> new Transition(
                                JobStatus.valueOf(transition.get("status").textValue()),
                                Instant.parse(transition.get("at").textValue()))),
                ActionTypeJson.readId(action.get("actionTypeId")),
                text(action, "clientId").map(ClientId::new),
                new ActionExecutionId(action.get("actionExecutionId").textValue()));
    }

    public static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        return StreamSupport.stream(array.spliterator(), false).map(item).toList();
    }

    public static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.get(member)).map(JsonNode::textValue);
    }
}
