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
 * @param acknowledgedBy the invocation that acknowledged the job; a repeat of it is answered as the first time
 * @param result by which the result that ended the job is known; absent unless it has {@code Succeeded} or {@code Failed}
 */
public record JobState(
        JobStatus status,
        Optional<Nonce> nonce,
        Optional<Instant> until,
        ActionProgress progress,
        List<Transition> transitions,
        Optional<Invocation> acknowledgedBy,
        Optional<ResultFingerprint> result) {

    /** How many transitions a job remembers: its first, and the latest of a job that is offered again and again. */
    public static final int REMEMBERED_TRANSITIONS = 100;

    public JobState {
        requireNonNull(status);
        requireNonNull(nonce);
        requireNonNull(until);
        requireNonNull(progress);
        transitions = List.copyOf(transitions);
        requireNonNull(acknowledgedBy);
        requireNonNull(result);
    }

    static JobState created(Instant at, ActionProgress progress) {
        List<Transition> transitions = List.of(new Transition(Created, at));
        return new JobState(
                Created, Optional.empty(), Optional.empty(), progress, transitions, Optional.empty(), Optional.empty());
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
        return new JobState(next, nonce, Optional.empty(), progress, remembered, acknowledgedBy, result);
    }

    JobState with(Nonce newNonce) {
        return new JobState(status, Optional.of(newNonce), until, progress, transitions, acknowledgedBy, result);
    }

    JobState until(Instant end) {
        return new JobState(status, nonce, Optional.of(end), progress, transitions, acknowledgedBy, result);
    }

    JobState with(ActionProgress newProgress) {
        return new JobState(status, nonce, until, newProgress, transitions, acknowledgedBy, result);
    }

    JobState by(Optional<Invocation> invocation) {
        return new JobState(status, nonce, until, progress, transitions, invocation, result);
    }

    JobState with(ResultFingerprint taken) {
        return new JobState(status, nonce, until, progress, transitions, acknowledgedBy, Optional.of(taken));
    }
}
