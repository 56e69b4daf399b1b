package dev.jobport.conformance.json;

import static dev.jobport.conformance.json.ActionJson.list;
import static dev.jobport.conformance.json.ActionJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.JobData;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.SuccessResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs and their results as AWS spells them. */
public final class JobJson {

    /**
     * What stands for the account, the action type or the action execution that an answer leaves out, so that only the
     * clauses that ask for it are broken.
     */
    public static final String UNTOLD = "untold";

    private static final ActionTypeId UNTOLD_TYPE =
            new ActionTypeId(ActionCategory.Build, ActionOwner.Custom, UNTOLD, UNTOLD);

    private static final int MILLIS = 3;

    private JobJson() {}

    /** @throws AssertionError if a member is missing that every answer has */
    public static JsonNode need(JsonNode json, String member) {
        if (!json.hasNonNull(member)) {
            throw new AssertionError("an answer without '" + member + "'");
        }
        return json.get(member);
    }

    public static JobData data(JsonNode json) {
        JsonNode context = json.path("pipelineContext");
        return new JobData(
                json.hasNonNull("actionTypeId") ? ActionTypeJson.readId(json.get("actionTypeId")) : UNTOLD_TYPE,
                new ActionExecutionId(
                        text(context.path("action"), "actionExecutionId").orElse(UNTOLD)),
                new ActionInput(
                        ActionJson.texts(json.path("actionConfiguration").path("configuration")),
                        ActionJson.pipelineContext(context),
                        artifacts(json.path("inputArtifacts")),
                        artifacts(json.path("outputArtifacts")),
                        Optional.ofNullable(json.get("encryptionKey")).map(JobJson::key)),
                text(json, "continuationToken").map(ContinuationToken::new),
                Optional.ofNullable(json.get("artifactCredentials")).map(JobJson::credentials));
    }

    private static EncryptionKey key(JsonNode json) {
        return new EncryptionKey(
                need(json, "id").textValue(),
                EncryptionKey.Type.valueOf(need(json, "type").textValue()));
    }

    /** Whichever they are: what counts is that there are some, and whole ones. */
    private static AwsSessionCredentials credentials(JsonNode json) {
        List.of("accessKeyId", "secretAccessKey", "sessionToken").forEach(member -> need(json, member));
        return JobWorkerWorld.CREDENTIALS;
    }

    private static List<Artifact> artifacts(JsonNode json) {
        return list(
                json,
                artifact -> new Artifact(
                        need(artifact, "name").textValue(),
                        text(artifact, "revision"),
                        Optional.ofNullable(artifact.get("location"))
                                .map(location -> need(location, "s3Location"))
                                .map(s3 -> new Artifact.S3Location(
                                        need(s3, "bucketName").textValue(),
                                        need(s3, "objectKey").textValue()))));
    }

    /** The members that tell a success. */
    public static void write(ObjectNode json, SuccessResult result) {
        result.continuationToken().ifPresent(token -> json.put("continuationToken", token.value()));
        result.currentRevision().ifPresent(revision -> json.set("currentRevision", write(revision)));
        result.executionDetails().ifPresent(details -> json.set("executionDetails", write(details)));
        if (!result.outputVariables().isEmpty()) {
            ObjectNode variables = json.putObject("outputVariables");
            result.outputVariables().values().forEach(variables::put);
        }
    }

    private static ObjectNode write(CurrentRevision revision) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("revision", revision.revision())
                .put("changeIdentifier", revision.changeIdentifier());
        revision.created().map(JobJson::epochSeconds).ifPresent(at -> json.put("created", at));
        revision.revisionSummary().ifPresent(summary -> json.put("revisionSummary", summary));
        return json;
    }

    private static BigDecimal epochSeconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), MILLIS);
    }

    private static ObjectNode write(ExecutionDetails details) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        details.summary().ifPresent(summary -> json.put("summary", summary));
        details.externalExecutionId().ifPresent(id -> json.put("externalExecutionId", id));
        details.percentComplete().ifPresent(percent -> json.put("percentComplete", percent));
        return json;
    }

    public static ObjectNode write(FailureDetails failure) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("type", failure.type().name())
                .put("message", failure.message());
        failure.externalExecutionId().ifPresent(id -> json.put("externalExecutionId", id));
        return json;
    }
}
