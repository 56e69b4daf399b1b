package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.BatchSize;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.actiontype.ResourceArn;
import dev.jobport.domain.job.Nonce;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what is asked into the domain's values. */
final class Requests {

    private Requests() {}

    static ActionTypeId actionTypeId(boolean present, Wire.ActionTypeId in) {
        return Fields.required("actionTypeId", present, () -> in, Requests::actionTypeId);
    }

    static ActionTypeId actionTypeId(Wire.ActionTypeId in) {
        return Fields.all(
                ActionTypeId::new,
                () -> Enums.required("category", ActionCategory.class, in.getCategory()),
                () -> Enums.required("owner", ActionOwner.class, in.getOwner()),
                () -> provider(in.getProvider()),
                () -> version(in.getVersion()));
    }

    static String provider(String text) {
        return Fields.required("provider", text, ActionTypeId.PROVIDER::require);
    }

    static String version(String text) {
        return Fields.required("version", text, ActionTypeId.VERSION::require);
    }

    static int maxBatchSize(boolean present, int asked) {
        return Fields.number("maxBatchSize", present, asked, BatchSize.RANGE).orElse(BatchSize.DEFAULT);
    }

    /** @return as many as there may ever be if it is not said */
    static int maxJobs(boolean present, int asked) {
        return Fields.number("maxJobs", present, asked, BatchSize.RANGE).orElse(Integer.MAX_VALUE);
    }

    static Optional<String> nextToken(boolean present, String text) {
        return text("nextToken", present, text, PageRequest.NEXT_TOKEN::require);
    }

    static PageRequest page(boolean hasMax, int max, int byDefault, boolean hasToken, String token) {
        return Fields.all(
                PageRequest::new,
                () -> Fields.number("maxResults", hasMax, max, PageRequest.MAX_RESULTS)
                        .orElse(byDefault),
                () -> nextToken(hasToken, token));
    }

    static Nonce nonce(String text) {
        return Fields.required("nonce", text, Nonce::new);
    }

    static Map<String, String> queryParam(Map<String, String> asked) {
        return Fields.in("queryParam", () -> {
            asked.keySet().forEach(ConfigurationProperty.NAME::require);
            asked.values().forEach(ConfigurationProperty.QUERY_VALUE::require);
            return Map.copyOf(asked);
        });
    }

    static CurrentRevision currentRevision(Wire.CurrentRevision in) {
        return Fields.all(
                CurrentRevision::new,
                () -> Fields.required("revision", in.getRevision(), CurrentRevision.REVISION::require),
                () -> Fields.required(
                        "changeIdentifier", in.getChangeIdentifier(), CurrentRevision.CHANGE_IDENTIFIER::require),
                () -> Fields.optional("created", in.hasCreated(), in::getCreated, Times::read),
                () -> text(
                        "revisionSummary",
                        in.hasRevisionSummary(),
                        in.getRevisionSummary(),
                        CurrentRevision.REVISION_SUMMARY::require));
    }

    static ExecutionDetails executionDetails(Wire.ExecutionDetails in) {
        return Fields.all(
                ExecutionDetails::new,
                () -> text("summary", in.hasSummary(), in.getSummary(), ExecutionDetails.SUMMARY::require),
                () -> text(
                        "externalExecutionId",
                        in.hasExternalExecutionId(),
                        in.getExternalExecutionId(),
                        ExecutionDetails.EXTERNAL_EXECUTION_ID::require),
                () -> Fields.number(
                        "percentComplete",
                        in.hasPercentComplete(),
                        in.getPercentComplete(),
                        ExecutionDetails.PERCENT_COMPLETE));
    }

    static ActionInput actionInput(Wire.ActionInput in) {
        return Fields.all(
                ActionInput::new,
                () -> Fields.in("configuration", () -> {
                    in.getConfigurationMap().keySet().forEach(ActionInput.CONFIGURATION_KEY::require);
                    in.getConfigurationMap().values().forEach(ActionInput.CONFIGURATION_VALUE::require);
                    return in.getConfigurationMap();
                }),
                () -> Fields.optional(
                                "pipelineContext",
                                in.hasPipelineContext(),
                                in::getPipelineContext,
                                Requests::pipelineContext)
                        .orElse(PipelineContext.NONE),
                () -> Fields.list("inputArtifacts", in.getInputArtifactsList(), Requests::artifact),
                () -> Fields.list("outputArtifacts", in.getOutputArtifactsList(), Requests::artifact),
                () -> Fields.optional(
                        "encryptionKey", in.hasEncryptionKey(), in::getEncryptionKey, Requests::encryptionKey));
    }

    static PipelineContext pipelineContext(Wire.PipelineContext in) {
        return Fields.all(
                PipelineContext::new,
                () -> text("pipelineName", in.hasPipelineName(), in.getPipelineName(), PipelineContext.NAME::require),
                () -> text("stageName", in.hasStageName(), in.getStageName(), PipelineContext.NAME::require),
                () -> text("actionName", in.hasActionName(), in.getActionName(), PipelineContext.NAME::require),
                () -> text("pipelineArn", in.hasPipelineArn(), in.getPipelineArn(), ResourceArn.FORM::require),
                () -> text(
                        "pipelineExecutionId",
                        in.hasPipelineExecutionId(),
                        in.getPipelineExecutionId(),
                        PipelineContext.EXECUTION_ID::require));
    }

    static Artifact artifact(Wire.Artifact in) {
        return Fields.all(
                Artifact::new,
                () -> Fields.required("name", in.getName(), Artifact.NAME::require),
                () -> text("revision", in.hasRevision(), in.getRevision(), Artifact.REVISION::require),
                () -> Fields.optional("location", in.hasLocation(), in::getLocation, Requests::location));
    }

    private static Artifact.S3Location location(Wire.S3Location in) {
        return Fields.all(
                Artifact.S3Location::new,
                () -> Fields.required("bucketName", in.getBucketName(), Artifact.S3Location.BUCKET_NAME::require),
                () -> Fields.required("objectKey", in.getObjectKey(), Artifact.S3Location.OBJECT_KEY::require));
    }

    static EncryptionKey encryptionKey(Wire.EncryptionKey in) {
        return Fields.all(
                EncryptionKey::new,
                () -> Fields.required("id", in.getId(), EncryptionKey.ID::require),
                () -> Enums.required("type", EncryptionKey.Type.class, in.getType()));
    }

    static <T> Optional<T> text(String name, boolean present, String text, Function<String, T> reading) {
        return Fields.optional(name, present, () -> text, reading);
    }
}
