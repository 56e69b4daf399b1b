package dev.jobport.contracts.worker;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.JobData;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A custom job worker; it has to remember the nonces, which only the poll tells. */
public final class CustomWorker extends Worker {

    private final Map<JobId, Nonce> nonces = new HashMap<>();

    public CustomWorker(JobWorkerWorld world, ActionTypeId actionType) {
        super(world, actionType);
    }

    /** The same worker at another server of the same store. */
    public CustomWorker at(JobWorkerWorld other) {
        return new CustomWorker(other, actionType());
    }

    @Override
    public Started start(ActionInput input) {
        return world.start(world.account(), actionType(), Optional.empty(), input);
    }

    @Override
    public List<JobId> poll(Caller caller, ActionTypeId type, int maxBatchSize) {
        List<CustomJob> jobs = world.custom().pollForJobs(caller, type, Map.of(), maxBatchSize);
        jobs.forEach(job -> nonces.put(job.id(), job.nonce()));
        return jobs.stream().map(CustomJob::id).toList();
    }

    @Override
    public JobData data(Caller caller, JobId job) {
        return world.custom().getJobDetails(caller, job).data();
    }

    @Override
    public Optional<Nonce> nonce(JobId job) {
        return Optional.ofNullable(nonces.get(job));
    }

    @Override
    public JobStatus acknowledge(Caller caller, JobId job, Nonce nonce) {
        return world.custom().acknowledgeJob(caller, job, nonce);
    }

    @Override
    public void succeed(Caller caller, JobId job, SuccessResult result) {
        world.custom().putJobSuccessResult(caller, job, result);
    }

    @Override
    public void fail(Caller caller, JobId job, FailureDetails failure) {
        world.custom().putJobFailureResult(caller, job, failure);
    }
}
