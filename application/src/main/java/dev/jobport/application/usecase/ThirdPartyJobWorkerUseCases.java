package dev.jobport.application.usecase;

import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.application.usecase.JobWork.Proof;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Carries out what third-party job workers ask: each job is its client's, and the client token proves that. */
public final class ThirdPartyJobWorkerUseCases implements ThirdPartyJobWorkers {

    private final JobWork work;

    public ThirdPartyJobWorkerUseCases(
            Store store,
            Identifiers identifiers,
            InstantSource time,
            ArtifactCredentials artifactCredentials,
            JobObserver observer) {
        this.work = new JobWork(ActionOwner.ThirdParty, store, identifiers, time, artifactCredentials, observer);
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId actionTypeId, int maxBatchSize) {
        return work.poll(caller, actionTypeId, Map.of(), maxBatchSize).stream()
                .map(job -> new ThirdPartyJob(clientOf(job.action()), job.id()))
                .toList();
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken) {
        Job job = work.findAny(caller, jobId, by(clientToken));
        JobData data = work.data(job, ActionInput::forThirdParty);
        return new ThirdPartyJobDetails(jobId, data, job.nonce());
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken) {
        return work.acknowledge(caller, jobId, by(clientToken), nonce);
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result) {
        work.succeed(caller, jobId, by(clientToken), result);
    }

    @Override
    public void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failureDetails) {
        work.fail(caller, jobId, by(clientToken), failureDetails);
    }

    private static Proof by(ClientToken token) {
        return (job, client) -> {
            if (job.action().owner() != ActionOwner.ThirdParty) {
                throw new Refusal.InvalidJob(job.id()); // a custom action's job is no client's
            }
            if (client.filter(known -> known.owns(token)).isEmpty()) {
                throw new Refusal.InvalidClientToken();
            }
        };
    }

    private static ClientId clientOf(ActionExecution action) {
        return action.clientId().orElseThrow();
    }
}
