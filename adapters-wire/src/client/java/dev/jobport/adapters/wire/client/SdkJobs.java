package dev.jobport.adapters.wire.client;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.JobData;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.codepipeline.model.AWSSessionCredentials;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJobData;

/** What jobs are made of, and what is reported of them, between the SDK's classes and the domain's. */
final class SdkJobs {

    private SdkJobs() {}

    static JobData data(ThirdPartyJobData data) {
        return data(software.amazon.awssdk.services.codepipeline.model.JobData.builder()
                .actionTypeId(data.actionTypeId())
                .actionConfiguration(data.actionConfiguration())
                .pipelineContext(data.pipelineContext())
                .inputArtifacts(data.inputArtifacts())
                .outputArtifacts(data.outputArtifacts())
                .artifactCredentials(data.artifactCredentials())
                .continuationToken(data.continuationToken())
                .encryptionKey(data.encryptionKey())
                .build());
    }

    static JobData data(software.amazon.awssdk.services.codepipeline.model.JobData data) {
        return new JobData(
                actionTypeId(data.actionTypeId()),
                new ActionExecutionId(data.pipelineContext().action().actionExecutionId()),
                new ActionInput(
                        data.actionConfiguration().configuration(),
                        context(data.pipelineContext()),
                        artifacts(data.inputArtifacts()),
                        artifacts(data.outputArtifacts()),
                        Optional.ofNullable(data.encryptionKey()).map(SdkJobs::key)),
                Optional.ofNullable(data.continuationToken()).map(ContinuationToken::new),
                Optional.ofNullable(data.artifactCredentials()).map(SdkJobs::credentials));
    }

    static ActionTypeId actionTypeId(software.amazon.awssdk.services.codepipeline.model.ActionTypeId type) {
        return new ActionTypeId(
                ActionCategory.valueOf(type.categoryAsString()),
                ActionOwner.valueOf(type.ownerAsString()),
                type.provider(),
                type.version());
    }

    private static PipelineContext context(software.amazon.awssdk.services.codepipeline.model.PipelineContext context) {
        return new PipelineContext(
                Optional.ofNullable(context.pipelineName()),
                Optional.ofNullable(context.stage()).map(stage -> stage.name()),
                Optional.ofNullable(context.action()).map(action -> action.name()),
                Optional.ofNullable(context.pipelineArn()),
                Optional.ofNullable(context.pipelineExecutionId()));
    }

    private static AwsSessionCredentials credentials(AWSSessionCredentials keys) {
        return new AwsSessionCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    }

    private static EncryptionKey key(software.amazon.awssdk.services.codepipeline.model.EncryptionKey key) {
        return new EncryptionKey(key.id(), EncryptionKey.Type.valueOf(key.typeAsString()));
    }

    private static List<Artifact> artifacts(
            List<software.amazon.awssdk.services.codepipeline.model.Artifact> artifacts) {
        return artifacts.stream()
                .map(artifact -> new Artifact(
                        artifact.name(),
                        Optional.ofNullable(artifact.revision()),
                        Optional.ofNullable(artifact.location())
                                .map(location -> new Artifact.S3Location(
                                        location.s3Location().bucketName(),
                                        location.s3Location().objectKey()))))
                .toList();
    }

    static Consumer<software.amazon.awssdk.services.codepipeline.model.ActionTypeId.Builder> wire(ActionTypeId type) {
        return id -> id.category(type.category().name())
                .owner(type.owner().name())
                .provider(type.provider())
                .version(type.version());
    }

    static void wire(
            CurrentRevision revision,
            software.amazon.awssdk.services.codepipeline.model.CurrentRevision.Builder builder) {
        builder.revision(revision.revision())
                .changeIdentifier(revision.changeIdentifier())
                .created(revision.created().orElse(null))
                .revisionSummary(revision.revisionSummary().orElse(null));
    }

    static void wire(
            ExecutionDetails details,
            software.amazon.awssdk.services.codepipeline.model.ExecutionDetails.Builder builder) {
        builder.summary(details.summary().orElse(null))
                .externalExecutionId(details.externalExecutionId().orElse(null))
                .percentComplete(details.percentComplete().orElse(null));
    }

    static void wire(
            FailureDetails failure, software.amazon.awssdk.services.codepipeline.model.FailureDetails.Builder builder) {
        builder.type(failure.type().name())
                .message(failure.message())
                .externalExecutionId(failure.externalExecutionId().orElse(null));
    }
}
