package dev.jobport.bootstrap;

import dev.jobport.application.driving.ActionTypePort;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkerPort;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkerPort;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionCategory;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.AwsSessionCredentials;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.EncryptionKey;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.AWSSessionCredentials;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.CodePipelineException;
import software.amazon.awssdk.services.codepipeline.model.InvalidArnException;
import software.amazon.awssdk.services.codepipeline.model.InvalidClientTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobException;
import software.amazon.awssdk.services.codepipeline.model.InvalidJobStateException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNextTokenException;
import software.amazon.awssdk.services.codepipeline.model.InvalidNonceException;
import software.amazon.awssdk.services.codepipeline.model.InvalidTagsException;
import software.amazon.awssdk.services.codepipeline.model.JobNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.LimitExceededException;
import software.amazon.awssdk.services.codepipeline.model.RequestFailedException;
import software.amazon.awssdk.services.codepipeline.model.ResourceNotFoundException;
import software.amazon.awssdk.services.codepipeline.model.ThirdPartyJobData;
import software.amazon.awssdk.services.codepipeline.model.TooManyTagsException;
import software.amazon.awssdk.services.codepipeline.model.ValidationException;

/** The ports of both families of job workers as seen through the AWS SDK for Java: what a real worker gets, back in the domain's words. */
final class SdkJobWorker implements ThirdPartyJobWorkerPort, CustomJobWorkerPort, AutoCloseable {

    private static final Pattern ACTION_TYPE_DENIED = Pattern.compile(":actiontype:(\\S+) because");

    private final CodePipelineClient client;

    SdkJobWorker(CodePipelineClient client) {
        this.client = client;
    }

    /** The same client, as those use it who define action types. */
    ActionTypePort actionTypes() {
        return new SdkActionTypes(client);
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId type, int maxBatchSize) {
        return refusing(() ->
                        client.pollForThirdPartyJobs(request -> request.overrideConfiguration(SdkClients.in(caller))
                                .maxBatchSize(maxBatchSize)
                                .actionTypeId(wire(type))))
                .jobs()
                .stream()
                .map(job -> new ThirdPartyJob(new ClientId(job.clientId()), new JobId(job.jobId())))
                .toList();
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken) {
        var details = refusing(() ->
                        client.getThirdPartyJobDetails(request -> request.overrideConfiguration(SdkClients.in(caller))
                                .jobId(jobId.value())
                                .clientToken(clientToken.value())))
                .jobDetails();
        return new ThirdPartyJobDetails(
                new JobId(details.id()),
                data(details.data()),
                Optional.ofNullable(details.nonce()).map(Nonce::new));
    }

    private static JobData data(ThirdPartyJobData data) {
        return new JobData(
                actionTypeId(data.actionTypeId()),
                new ActionExecutionId(data.pipelineContext().action().actionExecutionId()),
                new ActionInput(
                        data.actionConfiguration().configuration(),
                        context(data.pipelineContext()),
                        artifacts(data.inputArtifacts()),
                        artifacts(data.outputArtifacts()),
                        Optional.ofNullable(data.encryptionKey()).map(SdkJobWorker::key)),
                Optional.ofNullable(data.continuationToken()).map(ContinuationToken::new),
                Optional.ofNullable(data.artifactCredentials()).map(SdkJobWorker::credentials));
    }

    private static JobData data(software.amazon.awssdk.services.codepipeline.model.JobData data) {
        return new JobData(
                actionTypeId(data.actionTypeId()),
                new ActionExecutionId(data.pipelineContext().action().actionExecutionId()),
                new ActionInput(
                        data.actionConfiguration().configuration(),
                        context(data.pipelineContext()),
                        artifacts(data.inputArtifacts()),
                        artifacts(data.outputArtifacts()),
                        Optional.ofNullable(data.encryptionKey()).map(SdkJobWorker::key)),
                Optional.ofNullable(data.continuationToken()).map(ContinuationToken::new),
                Optional.ofNullable(data.artifactCredentials()).map(SdkJobWorker::credentials));
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

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken) {
        return JobStatus.valueOf(refusing(() ->
                        client.acknowledgeThirdPartyJob(request -> request.overrideConfiguration(SdkClients.in(caller))
                                .jobId(jobId.value())
                                .nonce(nonce.value())
                                .clientToken(clientToken.value())))
                .statusAsString());
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result) {
        refusing(() -> client.putThirdPartyJobSuccessResult(request -> {
            request.overrideConfiguration(SdkClients.in(caller))
                    .jobId(jobId.value())
                    .clientToken(clientToken.value());
            result.continuationToken().ifPresent(token -> request.continuationToken(token.value()));
            result.currentRevision().ifPresent(revision -> request.currentRevision(it -> wire(revision, it)));
            result.executionDetails().ifPresent(details -> request.executionDetails(it -> wire(details, it)));
        }));
    }

    @Override
    public void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failure) {
        refusing(() ->
                client.putThirdPartyJobFailureResult(request -> request.overrideConfiguration(SdkClients.in(caller))
                        .jobId(jobId.value())
                        .clientToken(clientToken.value())
                        .failureDetails(it -> wire(failure, it))));
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId type, Map<String, String> queryParam, int maxBatchSize) {
        return refusing(() -> client.pollForJobs(request -> request.overrideConfiguration(SdkClients.in(caller))
                        .maxBatchSize(maxBatchSize)
                        .queryParam(queryParam)
                        .actionTypeId(wire(type))))
                .jobs()
                .stream()
                .map(job ->
                        new CustomJob(new JobId(job.id()), data(job.data()), new Nonce(job.nonce()), job.accountId()))
                .toList();
    }

    @Override
    public CustomJobDetails getJobDetails(Caller caller, JobId jobId) {
        var details = refusing(() -> client.getJobDetails(request ->
                        request.overrideConfiguration(SdkClients.in(caller)).jobId(jobId.value())))
                .jobDetails();
        return new CustomJobDetails(new JobId(details.id()), data(details.data()), details.accountId());
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId jobId, Nonce nonce) {
        return JobStatus.valueOf(refusing(
                        () -> client.acknowledgeJob(request -> request.overrideConfiguration(SdkClients.in(caller))
                                .jobId(jobId.value())
                                .nonce(nonce.value())))
                .statusAsString());
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId jobId, SuccessResult result) {
        refusing(() -> client.putJobSuccessResult(request -> {
            request.overrideConfiguration(SdkClients.in(caller)).jobId(jobId.value());
            result.continuationToken().ifPresent(token -> request.continuationToken(token.value()));
            result.currentRevision().ifPresent(revision -> request.currentRevision(it -> wire(revision, it)));
            result.executionDetails().ifPresent(details -> request.executionDetails(it -> wire(details, it)));
            if (!result.outputVariables().isEmpty()) {
                request.outputVariables(result.outputVariables().values());
            }
        }));
    }

    @Override
    public void putJobFailureResult(Caller caller, JobId jobId, FailureDetails failure) {
        refusing(() -> client.putJobFailureResult(request -> request.overrideConfiguration(SdkClients.in(caller))
                .jobId(jobId.value())
                .failureDetails(it -> wire(failure, it))));
    }

    private static Consumer<software.amazon.awssdk.services.codepipeline.model.ActionTypeId.Builder> wire(
            ActionTypeId type) {
        return id -> id.category(type.category().name())
                .owner(type.owner().name())
                .provider(type.provider())
                .version(type.version());
    }

    private static void wire(
            CurrentRevision revision,
            software.amazon.awssdk.services.codepipeline.model.CurrentRevision.Builder builder) {
        builder.revision(revision.revision())
                .changeIdentifier(revision.changeIdentifier())
                .created(revision.created().orElse(null))
                .revisionSummary(revision.revisionSummary().orElse(null));
    }

    private static void wire(
            ExecutionDetails details,
            software.amazon.awssdk.services.codepipeline.model.ExecutionDetails.Builder builder) {
        builder.summary(details.summary().orElse(null))
                .externalExecutionId(details.externalExecutionId().orElse(null))
                .percentComplete(details.percentComplete().orElse(null));
    }

    private static void wire(
            FailureDetails failure, software.amazon.awssdk.services.codepipeline.model.FailureDetails.Builder builder) {
        builder.type(failure.type().name())
                .message(failure.message())
                .externalExecutionId(failure.externalExecutionId().orElse(null));
    }

    /** Turns the SDK's typed exceptions into refusals; an error that the SDK cannot type is passed on and fails the test. */
    static <T> T refusing(Supplier<T> call) {
        try {
            return call.get();
        } catch (ValidationException e) {
            throw new Refusal.Validation(message(e));
        } catch (ActionTypeNotFoundException e) {
            throw new Refusal.ActionTypeNotFound(message(e).replace(" is not available", ""));
        } catch (JobNotFoundException e) {
            throw new Refusal.JobNotFound(message(e));
        } catch (InvalidJobException e) {
            throw new Refusal.InvalidJob(message(e));
        } catch (InvalidClientTokenException e) {
            throw new Refusal.InvalidClientToken();
        } catch (InvalidNonceException e) {
            throw new Refusal.InvalidNonce();
        } catch (InvalidJobStateException e) {
            throw new Refusal.InvalidJobState(message(e));
        } catch (LimitExceededException e) {
            throw new Refusal.LimitExceeded(message(e));
        } catch (RequestFailedException e) {
            throw new Refusal.RequestFailed(message(e));
        } catch (InvalidNextTokenException e) {
            throw new Refusal.InvalidNextToken();
        } catch (InvalidArnException e) {
            throw new Refusal.InvalidArn(message(e), "");
        } catch (ResourceNotFoundException e) {
            throw new Refusal.ResourceNotFound(message(e));
        } catch (InvalidTagsException e) {
            throw new Refusal.InvalidTags(message(e));
        } catch (TooManyTagsException e) {
            throw new Refusal.TooManyTags(0, 0);
        } catch (CodePipelineException e) { // not in the model, so without a type of its own
            Matcher denied = ACTION_TYPE_DENIED.matcher(String.valueOf(message(e)));
            if (e.awsErrorDetails().errorCode().equals("AccessDeniedException") && denied.find()) {
                throw new Refusal.AccessDenied(denied.group(1));
            }
            throw e;
        }
    }

    private static String message(CodePipelineException e) {
        return e.awsErrorDetails().errorMessage();
    }

    @Override
    public void close() {
        client.close();
    }
}
