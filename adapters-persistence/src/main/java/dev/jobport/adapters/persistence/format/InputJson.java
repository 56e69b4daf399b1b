package dev.jobport.adapters.persistence.format;

import static dev.jobport.adapters.persistence.format.Json.list;
import static dev.jobport.adapters.persistence.format.Json.object;
import static dev.jobport.adapters.persistence.format.Json.optional;
import static dev.jobport.adapters.persistence.format.Json.optionalText;
import static dev.jobport.adapters.persistence.format.Json.put;
import static dev.jobport.adapters.persistence.format.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.PipelineContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action's input as it is stored, with what is secret in its configuration: an object instead of a text, which holds
 * the secret sealed, or as it is if there is no key.
 */
public final class InputJson {

    private static final String SEALED = "sealed";
    private static final String SECRET = "secret";

    private static final Logger log = LoggerFactory.getLogger(InputJson.class);

    /**
     * @param input without the secrets that do not open
     * @param secrets the names of all secret properties
     */
    public record Read(ActionInput input, Set<String> secrets) {}

    private InputJson() {}

    public static String write(SealedAction sealed) {
        ActionInput input = sealed.action().input();
        ObjectNode json = object();
        writeConfiguration(json.putObject("configuration"), sealed);
        writeContext(json.putObject("pipelineContext"), input.pipelineContext());
        writeArtifacts(json.putArray("inputArtifacts"), input.inputArtifacts());
        writeArtifacts(json.putArray("outputArtifacts"), input.outputArtifacts());
        input.encryptionKey()
                .ifPresent(key -> json.putObject("encryptionKey")
                        .put("id", key.id())
                        .put("type", key.type().name()));
        return json.toString();
    }

    /**
     * A secret that does not open stops nobody from reading what else is there.
     *
     * @param key the id of the one that its secrets were sealed with
     */
    public static Read read(String action, String stored, Optional<String> key, SecretsKeys keys) {
        JsonNode json = Json.parse(stored);
        Map<String, String> configuration = new LinkedHashMap<>();
        Set<String> secrets = new HashSet<>();
        json.required("configuration").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject()) {
                secrets.add(name);
            }
            try {
                configuration.put(name, readValue(value, place(action, name), key, keys));
            } catch (IllegalStateException e) {
                log.warn("No job worker can be given action {}: {}.", action, e.getMessage());
            }
        });
        ActionInput input = new ActionInput(
                configuration,
                readContext(json.required("pipelineContext")),
                readArtifacts(json.required("inputArtifacts")),
                readArtifacts(json.required("outputArtifacts")),
                optional(
                        json,
                        "encryptionKey",
                        kms -> new EncryptionKey(text(kms, "id"), EncryptionKey.Type.valueOf(text(kms, "type")))));
        return new Read(input, secrets);
    }

    private static void writeConfiguration(ObjectNode json, SealedAction sealed) {
        ActionExecution action = sealed.action();
        action.input().configuration().forEach((name, value) -> {
            if (!action.secrets().contains(name)) {
                json.put(name, value);
            } else if (sealed.key().isEmpty()) {
                json.putObject(name).put(SECRET, value);
            } else {
                String place = place(action.id().value(), name);
                json.putObject(name).put(SEALED, sealed.key().get().seal(value, place));
            }
        });
    }

    private static String readValue(JsonNode value, String place, Optional<String> key, SecretsKeys keys) {
        if (value.has(SEALED)) {
            String id = key.orElseThrow(() -> new IllegalStateException("it is not known which key sealed " + place));
            return keys.get(id).open(text(value, SEALED), place);
        }
        return value.isObject() ? text(value, SECRET) : value.textValue();
    }

    /** So that nobody can put a secret into another action, or under another name, and have it shown there. */
    private static String place(String action, String property) {
        return action + "/" + property;
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
        return list(
                json,
                one -> new Artifact(
                        text(one, "name"),
                        optionalText(one, "revision"),
                        optional(
                                one,
                                "s3Location",
                                location ->
                                        new S3Location(text(location, "bucketName"), text(location, "objectKey")))));
    }
}
