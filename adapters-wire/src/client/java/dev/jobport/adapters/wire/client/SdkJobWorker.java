package dev.jobport.adapters.wire.client;

import static dev.jobport.adapters.wire.client.SdkClients.in;
import static dev.jobport.adapters.wire.client.SdkJobs.data;
import static dev.jobport.adapters.wire.client.SdkJobs.wire;
import static dev.jobport.adapters.wire.client.SdkRefusals.refusing;

import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;

/** The ports of both families of job workers as seen through the AWS SDK for Java: what a real worker gets, back in the domain's words. */
public final class SdkJobWorker implements ThirdPartyJobWorkers, CustomJobWorkers, AutoCloseable {

    private final CodePipelineClient client;

    public SdkJobWorker(CodePipelineClient client) {
        this.client = client;
    }

    /** The same client, as those use it who define action types. */
    public ActionTypes actionTypes() {
        return new SdkActionTypes(client);
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId type, int maxBatchSize) {
        return refusing(() -> client.pollForThirdPartyJobs(request -> request.overrideConfiguration(in(caller))
                        .maxBatchSize(maxBatchSize)
                        .actionTypeId(wire(type))))
                .jobs()
                .stream()
                .map(job -> new ThirdPartyJob(new ClientId(job.clientId()), new JobId(job.jobId())))
                .toList();
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken) {
        var details = refusing(() -> client.getThirdPartyJobDetails(request -> request.overrideConfiguration(in(caller))
                        .jobId(jobId.value())
                        .clientToken(clientToken.value())))
                .jobDetails();
        return new ThirdPartyJobDetails(
                new JobId(details.id()),
                data(details.data()),
                Optional.ofNullable(details.nonce()).map(Nonce::new));
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken) {
        return JobStatus.valueOf(refusing(
                        () -> client.acknowledgeThirdPartyJob(request -> request.overrideConfiguration(in(caller))
                                .jobId(jobId.value())
                                .nonce(nonce.value())
                                .clientToken(clientToken.value())))
                .statusAsString());
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result) {
        refusing(() -> client.putThirdPartyJobSuccessResult(request -> {
            request.overrideConfiguration(in(caller)).jobId(jobId.value()).clientToken(clientToken.value());
            result.continuationToken().ifPresent(token -> request.continuationToken(token.value()));
            result.currentRevision().ifPresent(revision -> request.currentRevision(it -> wire(revision, it)));
            result.executionDetails().ifPresent(details -> request.executionDetails(it -> wire(details, it)));
        }));
    }

    @Override
    public void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failure) {
        refusing(() -> client.putThirdPartyJobFailureResult(request -> request.overrideConfiguration(in(caller))
                .jobId(jobId.value())
                .clientToken(clientToken.value())
                .failureDetails(it -> wire(failure, it))));
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId type, Map<String, String> queryParam, int maxBatchSize) {
        return refusing(() -> client.pollForJobs(request -> request.overrideConfiguration(in(caller))
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
        var details = refusing(() -> client.getJobDetails(
                        request -> request.overrideConfiguration(in(caller)).jobId(jobId.value())))
                .jobDetails();
        return new CustomJobDetails(new JobId(details.id()), data(details.data()), details.accountId());
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId jobId, Nonce nonce) {
        return JobStatus.valueOf(refusing(
                        () -> client.acknowledgeJob(request -> request.overrideConfiguration(in(caller))
                                .jobId(jobId.value())
                                .nonce(nonce.value())))
                .statusAsString());
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId jobId, SuccessResult result) {
        refusing(() -> client.putJobSuccessResult(request -> {
            request.overrideConfiguration(in(caller)).jobId(jobId.value());
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
        refusing(() -> client.putJobFailureResult(request -> request.overrideConfiguration(in(caller))
                .jobId(jobId.value())
                .failureDetails(it -> wire(failure, it))));
    }

    @Override
    public void close() {
        client.close();
    }
}
