package dev.jobport.application.usecase;

import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.usecase.JobWork.Proof;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Carries out what custom job workers ask: the account's own, so a poll tells them all. */
public final class CustomJobWorkerUseCases implements CustomJobWorkers {

    private final JobWork work;

    public CustomJobWorkerUseCases(
            Store store,
            Identifiers identifiers,
            InstantSource time,
            ArtifactCredentials artifactCredentials,
            JobObserver observer) {
        this.work = new JobWork(ActionOwner.Custom, store, identifiers, time, artifactCredentials, observer);
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId actionTypeId, Map<String, String> queryParam, int maxBatchSize) {
        return work.handOut(
                work.poll(caller, actionTypeId, queryParam, maxBatchSize),
                job -> new CustomJob(
                        job.id(),
                        data(job),
                        job.nonce().orElseThrow(),
                        job.action().account().id()));
    }

    @Override
    public CustomJobDetails getJobDetails(Caller caller, JobId jobId) {
        Job job = work.find(caller, jobId, Proof.NONE);
        return new CustomJobDetails(jobId, data(job), job.action().account().id());
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId jobId, Nonce nonce) {
        return work.acknowledge(caller, jobId, Proof.NONE, nonce);
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId jobId, SuccessResult result) {
        work.succeed(caller, jobId, Proof.NONE, result);
    }

    @Override
    public void putJobFailureResult(Caller caller, JobId jobId, FailureDetails failureDetails) {
        work.fail(caller, jobId, Proof.NONE, failureDetails);
    }

    private JobData data(Job job) {
        return work.data(job, UnaryOperator.identity());
    }
}
