package dev.jobport.adapters.http.control;

import dev.jobport.adapters.wire.json.Members;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.PipelineContext;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a pipeline gives an action to work with, in the shapes in which job workers get it. */
final class ActionInputs {

    private ActionInputs() {}

    /** The only kind of place that artifacts are kept in. Spelled as on the wire. */
    private enum LocationType {
        S3
    }

    static ActionInput read(Members in) {
        var configuration = in.map("configuration", ActionInput.CONFIGURATION_KEY, ActionInput.CONFIGURATION_VALUE);
        var pipelineContext = in.optionalStructure("pipelineContext", ActionInputs::pipelineContext);
        var inputArtifacts = in.list("inputArtifacts", ActionInputs::artifact);
        var outputArtifacts = in.list("outputArtifacts", ActionInputs::artifact);
        var encryptionKey = in.optionalStructure("encryptionKey", ActionInputs::encryptionKey);
        return in.build(() -> new ActionInput(
                configuration,
                pipelineContext.orElse(PipelineContext.NONE),
                inputArtifacts,
                outputArtifacts,
                encryptionKey));
    }

    private static PipelineContext pipelineContext(Members in) {
        var pipelineName = name(in, "pipelineName");
        var stageName =
                in.optionalStructure("stage", stage -> name(stage, "name")).flatMap(Function.identity());
        var actionName = in.optionalStructure("action", action -> {
                    action.ignore("actionExecutionId"); // the server mints it
                    return name(action, "name");
                })
                .flatMap(Function.identity());
        var pipelineArn = in.optional("pipelineArn", PipelineContext.ARN::require);
        var pipelineExecutionId = in.optional("pipelineExecutionId", PipelineContext.EXECUTION_ID::require);
        return in.build(
                () -> new PipelineContext(pipelineName, stageName, actionName, pipelineArn, pipelineExecutionId));
    }

    private static Optional<String> name(Members in, String member) {
        return in.optional(member, PipelineContext.NAME::require);
    }

    private static Artifact artifact(Members in) {
        var name = in.required("name", Artifact.NAME::require);
        var revision = in.optional("revision", Artifact.REVISION::require);
        var location = in.optionalStructure("location", ActionInputs::location);
        return in.build(() -> new Artifact(name, revision, location));
    }

    private static S3Location location(Members in) {
        in.required("type", LocationType.class);
        return in.requiredStructure("s3Location", s3 -> {
            var bucketName = s3.required("bucketName", S3Location.BUCKET_NAME::require);
            var objectKey = s3.required("objectKey", S3Location.OBJECT_KEY::require);
            return s3.build(() -> new S3Location(bucketName, objectKey));
        });
    }

    private static EncryptionKey encryptionKey(Members in) {
        var id = in.required("id", EncryptionKey.ID::require);
        var type = in.required("type", EncryptionKey.Type.class);
        return in.build(() -> new EncryptionKey(id, type));
    }
}
