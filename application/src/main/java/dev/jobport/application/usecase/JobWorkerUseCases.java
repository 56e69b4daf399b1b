package dev.jobport.application.usecase;

import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Outcome;
import dev.jobport.domain.job.SuccessResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Carries out what third-party job workers ask. */
public final class JobWorkerUseCases implements JobWorkerPort {

    private final Store store;
    private final Identifiers identifiers;
    private final InstantSource time;
    private final JobChanges changes;

    public JobWorkerUseCases(Store store, Identifiers identifiers, InstantSource time, JobObserver observer) {
        this.store = store;
        this.identifiers = identifiers;
        this.time = time;
        this.changes = new JobChanges(store.jobs(), observer);
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId actionTypeId, int maxBatchSize) {
        BATCH_SIZE.require(maxBatchSize);
        caller.require(actionTypeId);
        ThirdPartyActionTypes.requireOwner(actionTypeId);
        ThirdPartyActionTypes.find(store.actionTypes(), actionTypeId);
        Instant now = time.instant();
        return changes
                .claim(
                        actionTypeId,
                        Math.min(maxBatchSize, LARGEST_BATCH_SIZE),
                        now,
                        job -> job.dispatch(identifiers.newNonce(), now))
                .stream()
                .map(job -> new ThirdPartyJob(job.action().clientId(), job.id()))
                .toList();
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken) {
        Job job = authorized(caller, jobId, clientToken);
        return new ThirdPartyJobDetails(
                job.id(),
                job.action().actionTypeId(),
                job.action().id(),
                job.action().input().forThirdParty(),
                job.continuationToken(),
                job.nonce());
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken) {
        authorized(caller, jobId, clientToken);
        Instant now = time.instant();
        changes.update(jobId, job -> Outcome.of(job.acknowledge(nonce, caller.invocation(), now)));
        return JobStatus.InProgress; // also when a repeat comes so late that the job has gone on
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result) {
        authorized(caller, jobId, clientToken);
        Instant now = time.instant();
        JobId followUpId = identifiers.newJobId();
        changes.update(jobId, job -> job.succeed(result, followUpId, caller.invocation(), now));
    }

    @Override
    public void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failureDetails) {
        authorized(caller, jobId, clientToken);
        Instant now = time.instant();
        changes.update(jobId, job -> Outcome.of(job.fail(failureDetails, caller.invocation(), now)));
    }

    /** A job's action type and client never change, so what is checked here still holds when the job is changed afterwards. */
    private Job authorized(Caller caller, JobId jobId, ClientToken clientToken) {
        Job job = store.jobs().find(jobId).orElseThrow(() -> new Refusal.JobNotFound(jobId));
        caller.require(job.action().actionTypeId());
        boolean owns = store.clients()
                .find(job.action().clientId())
                .map(client -> client.owns(clientToken))
                .orElse(false);
        if (!owns) {
            throw new Refusal.InvalidClientToken();
        }
        return job;
    }
}
