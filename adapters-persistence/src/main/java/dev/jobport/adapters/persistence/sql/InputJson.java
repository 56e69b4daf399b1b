package dev.jobport.adapters.persistence.sql;

import static dev.jobport.adapters.persistence.sql.Json.object;
import static dev.jobport.adapters.persistence.sql.Json.optional;
import static dev.jobport.adapters.persistence.sql.Json.optionalText;
import static dev.jobport.adapters.persistence.sql.Json.put;
import static dev.jobport.adapters.persistence.sql.Json.putAll;
import static dev.jobport.adapters.persistence.sql.Json.text;
import static dev.jobport.adapters.persistence.sql.Json.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import dev.jobport.domain.action.AwsSessionCredentials;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.PipelineContext;
import java.util.ArrayList;
import java.util.List;

/** An action's input as it is stored. */
final class InputJson {

    private InputJson() {}

    static String write(ActionInput input) {
        ObjectNode json = object();
        putAll(json.putObject("configuration"), input.configuration());
        writeContext(json.putObject("pipelineContext"), input.pipelineContext());
        writeArtifacts(json.putArray("inputArtifacts"), input.inputArtifacts());
        writeArtifacts(json.putArray("outputArtifacts"), input.outputArtifacts());
        input.artifactCredentials()
                .ifPresent(credentials -> json.putObject("artifactCredentials")
                        .put("accessKeyId", credentials.accessKeyId())
                        .put("secretAccessKey", credentials.secretAccessKey())
                        .put("sessionToken", credentials.sessionToken()));
        input.encryptionKey()
                .ifPresent(key -> json.putObject("encryptionKey")
                        .put("id", key.id())
                        .put("type", key.type().name()));
        return json.toString();
    }

    static ActionInput read(String stored) {
        JsonNode json = Json.parse(stored);
        return new ActionInput(
                texts(json.required("configuration")),
                readContext(json.required("pipelineContext")),
                readArtifacts(json.required("inputArtifacts")),
                readArtifacts(json.required("outputArtifacts")),
                optional(
                        json,
                        "artifactCredentials",
                        credentials -> new AwsSessionCredentials(
                                text(credentials, "accessKeyId"),
                                text(credentials, "secretAccessKey"),
                                text(credentials, "sessionToken"))),
                optional(
                        json,
                        "encryptionKey",
                        key -> new EncryptionKey(text(key, "id"), EncryptionKey.Type.valueOf(text(key, "type")))));
    }

    private static void writeContext(ObjectNode json, PipelineContext context) {
        put(json, "pipelineName", context.pipelineName());
        put(json, "stageName", context.stageName());
        put(json, "actionName", context.actionName());
        put(json, "pipelineArn", context.pipelineArn());
        put(json, "pipelineExecutionId", context.pipelineExecutionId());
    }

    private static PipelineContext readContext(JsonNode json) {
        return new PipelineContext(
                optionalText(json, "pipelineName"),
                optionalText(json, "stageName"),
                optionalText(json, "actionName"),
                optionalText(json, "pipelineArn"),
                optionalText(json, "pipelineExecutionId"));
    }

    private static void writeArtifacts(ArrayNode json, List<Artifact> artifacts) {
        for (Artifact artifact : artifacts) {
            ObjectNode one = json.addObject().put("name", artifact.name());
            put(one, "revision", artifact.revision());
            artifact.location()
                    .ifPresent(location -> one.putObject("s3Location")
                            .put("bucketName", location.bucketName())
                            .put("objectKey", location.objectKey()));
        }
    }

    private static List<Artifact> readArtifacts(JsonNode json) {
        List<Artifact> artifacts = new ArrayList<>();
        json.forEach(one -> artifacts.add(new Artifact(
                text(one, "name"),
                optionalText(one, "revision"),
                optional(
                        one,
                        "s3Location",
                        location -> new S3Location(text(location, "bucketName"), text(location, "objectKey"))))));
        return artifacts;
    }
}
