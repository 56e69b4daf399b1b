package dev.jobport.application.usecase;

import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.BatchSize;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobData;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
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
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What job workers of both families do in the same way. */
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

    /** @param seen what of the action's input the job's worker may see */
    JobData data(Job job, UnaryOperator<ActionInput> seen) {
        return new JobData(
                job.action().actionTypeId(),
                job.action().id(),
                seen.apply(HandingOut.input(job)),
                job.continuationToken(),
                handingOut.credentials(job));
    }

    /** Proves whose job worker asks. */
    @FunctionalInterface
    interface Proof {

        /** Where the caller alone is enough. */
        Proof NONE = (job, client) -> {};

        /** @throws Refusal if the job's client, as it is now, is not proved */
        void require(Job job, Optional<Client> client);
    }

    Job find(Caller caller, JobId jobId, Proof proof) {
        return look(jobId, (job, client) -> ofFamily(caller, job, client, proof));
    }

    /** A job of either family. The proof says what is answered for one of the other family. */
    Job findAny(Caller caller, JobId jobId, Proof proof) {
        return look(jobId, (job, client) -> ofAccount(caller, job, client, proof));
    }

    private Job look(JobId jobId, BiFunction<Job, Optional<Client>, Job> look) {
        return store.jobs().find(jobId, look).orElseThrow(() -> new Refusal.JobNotFound(jobId));
    }

    JobStatus acknowledge(Caller caller, JobId jobId, Proof proof, Nonce nonce) {
        Instant now = time.instant();
        change(caller, jobId, proof, job -> Change.of(job, job.acknowledge(nonce, caller.invocation(), now)));
        return JobStatus.InProgress; // also when a repeat comes so late that the job has gone on
    }

    void succeed(Caller caller, JobId jobId, Proof proof, SuccessResult result) {
        Instant now = time.instant();
        change(caller, jobId, proof, job -> job.succeed(result, identifiers::newJobId, now));
    }

    void fail(Caller caller, JobId jobId, Proof proof, FailureDetails failureDetails) {
        Instant now = time.instant();
        change(caller, jobId, proof, job -> Change.of(job, job.fail(failureDetails, now)));
    }

    private void change(Caller caller, JobId jobId, Proof proof, Function<Job, Change> move) {
        changes.update(jobId, (job, client) -> move.apply(ofFamily(caller, job, client, proof)));
    }

    /** The job, if it is there for the caller. The ports of job workers tell in which order this is checked. */
    private Job ofFamily(Caller caller, Job job, Optional<Client> client, Proof proof) {
        if (job.action().owner() != family) {
            throw new Refusal.JobNotFound(job.id());
        }
        return ofAccount(caller, job, client, proof);
    }

    private static Job ofAccount(Caller caller, Job job, Optional<Client> client, Proof proof) {
        if (!job.action().account().equals(caller.account())) {
            throw new Refusal.JobNotFound(job.id());
        }
        caller.require(job.action().actionTypeId());
        proof.require(job, client);
        return job;
    }
}
