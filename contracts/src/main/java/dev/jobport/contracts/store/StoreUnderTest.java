package dev.jobport.contracts.store;

import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.SUCCESS;
import static dev.jobport.contracts.fixtures.Samples.successWith;
import static dev.jobport.contracts.fixtures.SomeJobs.aJob;
import static dev.jobport.contracts.fixtures.SomeJobs.newInvocation;
import static dev.jobport.contracts.fixtures.SomeJobs.newJobId;
import static dev.jobport.contracts.fixtures.SomeJobs.newNonce;

import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The store that a contract is about, and the ways in which contracts bring jobs into it. */
public interface StoreUnderTest {

    /** One and the same throughout a test, and at its beginning without any content. */
    Store store();

    default JobRepository jobs() {
        return store().jobs();
    }

    default JobHistory history() {
        return store().history();
    }

    /** Adds a new job of each kind given, in this order. */
    default List<Job> given(SomeJobs... kinds) {
        List<Job> added = Stream.of(kinds).map(SomeJobs::first).toList();
        added.forEach(jobs()::add);
        return added;
    }

    /** Leads a job that started at {@code START} to a status; a Created one is the follow-up of another. */
    default Job given(JobStatus status) {
        Job first = given(aJob()).get(0);
        return switch (status) {
            case Created -> continued(first, "token of " + first.id());
            case Queued -> first;
            case Dispatched -> dispatched(first);
            case InProgress -> inProgress(first);
            case Succeeded -> succeeded(inProgress(first), SUCCESS, START).after();
            case Failed ->
                jobs().update(inProgress(first).id(), job -> Change.of(job, job.fail(FAILURE, START)))
                        .after();
            case Abandoned ->
                jobs().update(inProgress(first).id(), job -> Change.of(job, job.stop(START)))
                        .after();
            case TimedOut ->
                jobs().update(
                                first.id(),
                                job -> Change.of(job, job.at(job.action().deadline())))
                        .after();
        };
    }

    default Job dispatched(Job job) {
        Nonce nonce = newNonce();
        return jobs().update(job.id(), queued -> Change.of(queued, queued.dispatch(nonce, job.dueAt())))
                .after();
    }

    default Job inProgress(Job job) {
        Nonce nonce = dispatched(job).nonce().orElseThrow();
        var invocation = newInvocation();
        return jobs().update(
                        job.id(),
                        handedOut -> Change.of(handedOut, handedOut.acknowledge(nonce, invocation, job.dueAt())))
                .after();
    }

    default Change succeeded(Job inProgress, SuccessResult result, Instant now) {
        var followUpId = newJobId();
        var invocation = newInvocation();
        return jobs().update(inProgress.id(), job -> job.succeed(result, () -> followUpId, now));
    }

    /** The follow-up of a job that waits to be handed out; all moves are made when it was due. */
    default Job continued(Job job, String token) {
        return succeeded(inProgress(job), successWith(token), job.dueAt())
                .followUp()
                .orElseThrow();
    }

    default Job stored(Job job) {
        return jobs().find(job.id()).orElseThrow();
    }

    /** The jobs as the changes have left them. */
    static List<Job> after(List<Change> changes) {
        return changes.stream().map(Change::after).toList();
    }

    /** Carries out the tasks at the same time, in a minute at the most, and answers with their results, in order. */
    static <T> List<T> atOnce(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            Stream.Builder<T> results = Stream.builder();
            for (Future<T> future : threads.invokeAll(tasks, 1, TimeUnit.MINUTES)) {
                results.add(future.get());
            }
            return results.build().toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the tasks were at work", e);
        } catch (CancellationException e) {
            throw new AssertionError("a task hangs", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a task failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Carries out the task so many times at once and answers with the results. */
    static <T> List<T> atOnce(int times, Callable<T> task) {
        return atOnce(Collections.nCopies(times, task));
    }

    /** What a command came to: its result, or how it was refused. */
    static <T> Optional<T> unlessRefused(Callable<T> command, Class<? extends RuntimeException> refusal) {
        try {
            return Optional.of(command.call());
        } catch (Exception e) {
            if (refusal.isInstance(e)) {
                return Optional.empty();
            }
            throw new AssertionError("not refused with " + refusal.getSimpleName(), e);
        }
    }
}
