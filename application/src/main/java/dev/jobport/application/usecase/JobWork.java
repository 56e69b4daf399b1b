package dev.jobport.application.usecase;

import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.BatchSize;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobData;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionOwner;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What job workers of one family do in the same way as those of the other. */
final class JobWork {

    private final ActionOwner family;
    private final Store store;
    private final Identifiers identifiers;
    private final InstantSource time;
    private final JobChanges changes;
    private final HandingOut handingOut;

    JobWork(
            ActionOwner family,
            Store store,
            Identifiers identifiers,
            InstantSource time,
            ArtifactCredentials artifactCredentials,
            JobObserver observer) {
        this.family = family;
        this.store = store;
        this.identifiers = identifiers;
        this.time = time;
        this.changes = new JobChanges(store.jobs(), observer);
        this.handingOut = new HandingOut(artifactCredentials, changes, time);
    }

    List<Job> poll(Caller caller, ActionTypeId actionTypeId, Map<String, String> queryParam, int maxBatchSize) {
        BatchSize.RANGE.require(maxBatchSize);
        caller.require(actionTypeId);
        NamedActionTypes.requireOwner(actionTypeId, family);
        JobQueue queue = NamedActionTypes.find(store.actionTypes(), caller.account(), actionTypeId)
                .queueOf(caller.account(), queryParam);
        Instant now = time.instant();
        List<Job> claimed = changes.claim(
                queue,
                Math.min(maxBatchSize, BatchSize.LARGEST),
                now,
                job -> job.dispatch(identifiers.newNonce(), now));
        changes.observer().polled(caller.account(), actionTypeId);
        return claimed;
    }

    /** What to answer of the jobs that a poll has dispatched. */
    <T> List<T> handOut(List<Job> polled, Function<Job, T> answer) {
        return handingOut.answers(polled, answer);
    }

    /** @param input as the job's worker may see it */
    JobData data(Job job, ActionInput input) {
        return new JobData(
                job.action().actionTypeId(),
                job.action().id(),
                input,
                job.continuationToken(),
                handingOut.credentials(job));
    }

    /** A job of the family and of the caller's account. */
    Job find(Caller caller, JobId jobId) {
        Job job = findOfAnyFamily(caller, jobId);
        requireFamily(jobId, job.action());
        return job;
    }

    Job findOfAnyFamily(Caller caller, JobId jobId) {
        Job job = store.jobs().find(jobId).orElseThrow(() -> new Refusal.JobNotFound(jobId));
        requireAccess(caller, jobId, job.action());
        return job;
    }

    /** The action of such a job. It never changes, so what is checked of it still holds when the job is changed. */
    ActionExecution findAction(Caller caller, JobId jobId) {
        ActionExecution action =
                store.jobs().find(jobId).map(Job::action).orElseThrow(() -> new Refusal.JobNotFound(jobId));
        requireAccess(caller, jobId, action);
        requireFamily(jobId, action);
        return action;
    }

    private static void requireAccess(Caller caller, JobId jobId, ActionExecution action) {
        if (!action.account().equals(caller.account())) {
            throw new Refusal.JobNotFound(jobId);
        }
        caller.require(action.actionTypeId());
    }

    private void requireFamily(JobId jobId, ActionExecution action) {
        if (!isOfFamily(action)) {
            throw new Refusal.JobNotFound(jobId);
        }
    }

    boolean isOfFamily(ActionExecution action) {
        return action.owner() == family;
    }

    JobStatus acknowledge(Caller caller, JobId jobId, Nonce nonce) {
        Instant now = time.instant();
        changes.update(jobId, job -> Change.of(job, job.acknowledge(nonce, caller.invocation(), now)));
        return JobStatus.InProgress; // also when a repeat comes so late that the job has gone on
    }

    void succeed(Caller caller, JobId jobId, SuccessResult result) {
        Instant now = time.instant();
        JobId followUpId = identifiers.newJobId();
        changes.update(jobId, job -> job.succeed(result, followUpId, now));
    }

    void fail(Caller caller, JobId jobId, FailureDetails failureDetails) {
        Instant now = time.instant();
        changes.update(jobId, job -> Change.of(job, job.fail(failureDetails, now)));
    }
}
