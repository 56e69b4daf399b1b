package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.JobWorkersWire;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobStatus;
import io.grpc.stub.StreamObserver;

/** Tells the domain's values. */
final class Answers {

    private Answers() {}

    /** Sends the one answer of a call. */
    static <A> void send(StreamObserver<A> to, A answer) {
        to.onNext(answer);
        to.onCompleted();
    }

    static JobWorkersWire.ThirdPartyJob job(ThirdPartyJob job) {
        return JobWorkersWire.ThirdPartyJob.newBuilder()
                .setClientId(job.clientId().value())
                .setJobId(job.jobId().value())
                .build();
    }

    static JobWorkersWire.CustomJob job(CustomJob job) {
        return JobWorkersWire.CustomJob.newBuilder()
                .setId(job.id().value())
                .setData(data(job.data()))
                .setNonce(job.nonce().value())
                .setAccountId(job.accountId())
                .build();
    }

    static JobWorkersWire.JobData data(JobData data) {
        var told = JobWorkersWire.JobData.newBuilder()
                .setActionTypeId(actionTypeId(data.actionTypeId()))
                .setActionExecutionId(data.actionExecutionId().value())
                .setInput(input(data.input()));
        data.continuationToken().ifPresent(token -> told.setContinuationToken(token.value()));
        data.artifactCredentials().map(Answers::credentials).ifPresent(told::setArtifactCredentials);
        return told.build();
    }

    private static JobWorkersWire.AwsSessionCredentials credentials(AwsSessionCredentials keys) {
        return JobWorkersWire.AwsSessionCredentials.newBuilder()
                .setAccessKeyId(keys.accessKeyId())
                .setSecretAccessKey(keys.secretAccessKey())
                .setSessionToken(keys.sessionToken())
                .build();
    }

    static Wire.JobStatus status(JobStatus status) {
        return Enums.of(Wire.JobStatus.class, status);
    }

    static Wire.ActionTypeId actionTypeId(ActionTypeId id) {
        return Wire.ActionTypeId.newBuilder()
                .setCategory(Enums.of(Wire.ActionCategory.class, id.category()))
                .setOwner(Enums.of(Wire.ActionOwner.class, id.owner()))
                .setProvider(id.provider())
                .setVersion(id.version())
                .build();
    }

    static Wire.ActionInput input(ActionInput input) {
        var told = Wire.ActionInput.newBuilder()
                .putAllConfiguration(input.configuration())
                .setPipelineContext(pipelineContext(input.pipelineContext()));
        input.inputArtifacts().forEach(artifact -> told.addInputArtifacts(artifact(artifact)));
        input.outputArtifacts().forEach(artifact -> told.addOutputArtifacts(artifact(artifact)));
        input.encryptionKey().map(Answers::encryptionKey).ifPresent(told::setEncryptionKey);
        return told.build();
    }

    static Wire.PipelineContext pipelineContext(PipelineContext context) {
        var told = Wire.PipelineContext.newBuilder();
        context.pipelineName().ifPresent(told::setPipelineName);
        context.stageName().ifPresent(told::setStageName);
        context.actionName().ifPresent(told::setActionName);
        context.pipelineArn().ifPresent(told::setPipelineArn);
        context.pipelineExecutionId().ifPresent(told::setPipelineExecutionId);
        return told.build();
    }

    private static Wire.Artifact artifact(Artifact artifact) {
        var told = Wire.Artifact.newBuilder().setName(artifact.name());
        artifact.revision().ifPresent(told::setRevision);
        artifact.location()
                .map(place -> Wire.S3Location.newBuilder()
                        .setBucketName(place.bucketName())
                        .setObjectKey(place.objectKey()))
                .ifPresent(told::setLocation);
        return told.build();
    }

    private static Wire.EncryptionKey encryptionKey(EncryptionKey key) {
        return Wire.EncryptionKey.newBuilder()
                .setId(key.id())
                .setType(Enums.of(Wire.EncryptionKeyType.class, key.type()))
                .build();
    }

    static Wire.ExecutionDetails executionDetails(ExecutionDetails details) {
        var told = Wire.ExecutionDetails.newBuilder();
        details.summary().ifPresent(told::setSummary);
        details.externalExecutionId().ifPresent(told::setExternalExecutionId);
        details.percentComplete().ifPresent(told::setPercentComplete);
        return told.build();
    }

    static Wire.CurrentRevision currentRevision(CurrentRevision revision) {
        var told = Wire.CurrentRevision.newBuilder()
                .setRevision(revision.revision())
                .setChangeIdentifier(revision.changeIdentifier());
        revision.created().map(Times::of).ifPresent(told::setCreated);
        revision.revisionSummary().ifPresent(told::setRevisionSummary);
        return told.build();
    }
}
