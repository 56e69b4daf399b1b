package dev.jobport.adapters.wire.json;

import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.text;

import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.Artifact.S3Location;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ResourceArn;
import java.util.Optional;
import java.util.function.Function;

/** What an action has to work with: pipelines give it in the shapes in which job workers get it. */
public final class ActionShapes {

    /** The only kind of place that artifacts are kept in. Spelled as on the wire. */
    private enum LocationType {
        S3
    }

    private static final Type<LocationType> LOCATION_TYPE = constant(LocationType.class);
    private static final Type<String> BUCKET_NAME = text(S3Location.BUCKET_NAME);
    private static final Type<String> OBJECT_KEY = text(S3Location.OBJECT_KEY).about("At most 1,024 bytes of UTF-8.");
    private static final Type<String> NAME = text(Artifact.NAME).about("The artifact's name.");
    private static final Type<String> REVISION = text(Artifact.REVISION).about("Which revision of it.");
    private static final Type<String> KEY_ID =
            text(EncryptionKey.ID).about("A key id, an alias, or the ARN of either.");
    private static final Type<EncryptionKey.Type> KEY_TYPE = constant(EncryptionKey.Type.class);

    private static final Shape<S3Location> S3_LOCATION = Shape.of("S3Location", form -> {
        var bucketName = form.required("bucketName", BUCKET_NAME, S3Location::bucketName);
        var objectKey = form.required("objectKey", OBJECT_KEY, S3Location::objectKey);
        return form.build(() -> new S3Location(bucketName, objectKey));
    });

    private static final Shape<S3Location> LOCATION = Shape.of("ArtifactLocation", form -> {
        form.about("An output artifact has its location before it exists.");
        form.required("type", LOCATION_TYPE, location -> LocationType.S3);
        var s3Location = form.required("s3Location", S3_LOCATION, location -> location);
        return form.build(() -> s3Location);
    });

    public static final Shape<Artifact> ARTIFACT = Shape.of("Artifact", form -> {
        form.about("A file that an action reads or writes.");
        var name = form.required("name", NAME, Artifact::name);
        var revision = form.optional("revision", REVISION, Artifact::revision);
        Optional<S3Location> location = form.optional("location", LOCATION, Artifact::location);
        return form.build(() -> new Artifact(name, revision, location));
    });

    public static final Shape<EncryptionKey> ENCRYPTION_KEY = Shape.of("EncryptionKey", form -> {
        form.about("The key that the artifacts are encrypted with.");
        var id = form.required("id", KEY_ID, EncryptionKey::id);
        var type = form.required("type", KEY_TYPE, EncryptionKey::type);
        return form.build(() -> new EncryptionKey(id, type));
    });

    private static final Type<String> PIPELINE_NAME = text(PipelineContext.NAME).about("The pipeline's name.");
    private static final Type<String> STAGE_NAME = text(PipelineContext.NAME).about("The stage's name.");
    private static final Type<String> ACTION_NAME = text(PipelineContext.NAME).about("The action's name.");
    private static final Type<String> PIPELINE_ARN =
            text(ResourceArn.FORM).about("Never told to third-party job workers.");
    private static final Type<String> EXECUTION_ID =
            text(PipelineContext.EXECUTION_ID).about("Never told to third-party job workers.");

    private static final Shape<Optional<String>> STAGE =
            Shape.of("StageContext", form -> form.optional("name", STAGE_NAME, Function.identity()));

    private static final Shape<Optional<String>> ACTION = Shape.of("ActionContext", form -> {
        form.ignored("actionExecutionId", "Accepted and ignored: the server mints it.");
        return form.optional("name", ACTION_NAME, Function.identity());
    });

    public static final Shape<PipelineContext> PIPELINE_CONTEXT = Shape.of("PipelineContext", form -> {
        form.about("Where in a pipeline the action stands.");
        var pipelineName = form.optional("pipelineName", PIPELINE_NAME, PipelineContext::pipelineName);
        var stage = form.optional("stage", STAGE, context -> context.stageName().map(Optional::of));
        var action =
                form.optional("action", ACTION, context -> context.actionName().map(Optional::of));
        var pipelineArn = form.optional("pipelineArn", PIPELINE_ARN, PipelineContext::pipelineArn);
        var pipelineExecutionId =
                form.optional("pipelineExecutionId", EXECUTION_ID, PipelineContext::pipelineExecutionId);
        return form.build(() -> new PipelineContext(
                pipelineName,
                stage.flatMap(Function.identity()),
                action.flatMap(Function.identity()),
                pipelineArn,
                pipelineExecutionId));
    });

    private ActionShapes() {}
}
