package dev.jobport.domain.job;

import static dev.jobport.domain.job.JobStatus.Created;
import static java.util.Objects.requireNonNull;

import dev.jobport.domain.action.ActionProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a job that moves replace.
 *
 * @param nonce of the latest dispatch; absent until the first
 * @param until when the dispatch lease lapses or the job times out; absent when neither runs
 * @param progress of the action, this job's report included
 * @param transitions the latest last, at most {@value #REMEMBERED_TRANSITIONS}
 * @param invocations that acknowledged the job and reported its result; a repeat of one is answered as the first time
 */
public record JobState(
        JobStatus status,
        Optional<Nonce> nonce,
        Optional<Instant> until,
        ActionProgress progress,
        List<Transition> transitions,
        List<Invocation> invocations) {

    /** How many transitions a job remembers: its first, and the latest of a job that is offered again and again. */
    public static final int REMEMBERED_TRANSITIONS = 100;

    public JobState {
        requireNonNull(status);
        requireNonNull(nonce);
        requireNonNull(until);
        requireNonNull(progress);
        transitions = List.copyOf(transitions);
        invocations = List.copyOf(invocations);
    }

    static JobState created(Instant at, ActionProgress progress) {
        return new JobState(
                Created, Optional.empty(), Optional.empty(), progress, List.of(new Transition(Created, at)), List.of());
    }

    JobState to(JobStatus next, Instant at) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("the life cycle does not lead from " + status + " to " + next);
        }
        List<Transition> remembered = new ArrayList<>(transitions);
        if (remembered.size() == REMEMBERED_TRANSITIONS) {
            remembered.remove(1);
        }
        remembered.add(new Transition(next, at));
        return new JobState(next, nonce, Optional.empty(), progress, remembered, invocations);
    }

    JobState with(Nonce newNonce) {
        return new JobState(status, Optional.of(newNonce), until, progress, transitions, invocations);
    }

    JobState until(Instant end) {
        return new JobState(status, nonce, Optional.of(end), progress, transitions, invocations);
    }

    JobState with(ActionProgress newProgress) {
        return new JobState(status, nonce, until, newProgress, transitions, invocations);
    }

    JobState by(Optional<Invocation> invocation) {
        return invocation
                .map(made -> {
                    List<Invocation> all = new ArrayList<>(invocations);
                    all.add(made);
                    return new JobState(status, nonce, until, progress, transitions, all);
                })
                .orElse(this);
    }
}
