package dev.jobport.application.usecase;

import dev.jobport.application.AwsSessionCredentials;
import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Hands jobs out with their artifact credentials, which may come slowly or not at all. */
final class HandingOut {

    /** So long a poll mints; what it has dispatched beyond that goes back. */
    private static final Duration MINTING = Duration.ofSeconds(5);

    private final ArtifactCredentials artifactCredentials;
    private final JobChanges changes;
    private final InstantSource time;

    HandingOut(ArtifactCredentials artifactCredentials, JobChanges changes, InstantSource time) {
        this.artifactCredentials = artifactCredentials;
        this.changes = changes;
        this.time = time;
    }

    /** No job worker can carry the action out, and it is the server's fault: the store cannot read its secrets any more. */
    static final class SecretsLost extends RuntimeException {

        private SecretsLost(Job job) {
            super("Action " + job.action().id() + " has lost its secrets " + lostSecrets(job));
        }
    }

    /**
     * What the job's action was given, secrets included.
     *
     * @throws SecretsLost if that is not whole any more
     */
    static ActionInput input(Job job) {
        if (!isWhole(job)) {
            throw new SecretsLost(job);
        }
        return job.action().input();
    }

    private static boolean isWhole(Job job) {
        return lostSecrets(job).isEmpty();
    }

    private static Set<String> lostSecrets(Job job) {
        Set<String> lost = new TreeSet<>(job.action().secrets());
        lost.removeAll(job.action().input().configuration().keySet());
        return lost;
    }

    /** None for a job that has ended. */
    Optional<AwsSessionCredentials> credentials(Job job) {
        boolean hasEnded = job.at(time.instant()).status().isTerminal();
        return hasEnded ? Optional.empty() : artifactCredentials.forAction(job.action());
    }

    /**
     * A job for which there are no artifact credentials now, and those after it, go back to where they were: as long as the
     * source of credentials is away, no worker could do anything with them. If it is slow, a worker is told of fewer jobs
     * rather than of jobs whose leases are nearly over. A job whose secrets are lost is left out and stays dispatched, so
     * that it is not at once the first of its queue again.
     *
     * @throws ArtifactCredentials.Unavailable if there is nothing to answer
     * @throws SecretsLost if there is nothing to answer, and no other job
     */
    <T> List<T> answers(List<Job> polled, Function<Job, T> answer) {
        List<Job> whole = polled.stream().filter(HandingOut::isWhole).toList();
        List<Job> dispatched = whole.isEmpty() ? polled : whole;
        List<T> answers = new ArrayList<>();
        Instant patience = time.instant().plus(MINTING);
        try {
            for (Job job : dispatched) {
                if (!answers.isEmpty() && time.instant().isAfter(patience)) {
                    break;
                }
                answers.add(answer.apply(job));
            }
        } catch (ArtifactCredentials.Unavailable e) {
            if (answers.isEmpty()) {
                giveBack(dispatched);
                throw e;
            }
        }
        giveBack(dispatched.subList(answers.size(), dispatched.size()));
        return answers;
    }

    /** If the store fails now, the jobs go back when their leases are over; what is to be answered matters more. */
    private void giveBack(List<Job> dispatched) {
        Instant now = time.instant();
        try {
            for (Job job : dispatched) {
                Nonce nonce = job.nonce().orElseThrow();
                changes.update(job.id(), it -> Change.of(it, it.giveBack(nonce, now)));
            }
        } catch (RuntimeException e) {
            // a store that is away says so to whoever asks next
        }
    }
}
