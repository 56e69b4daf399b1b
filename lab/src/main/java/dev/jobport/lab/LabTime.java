package dev.jobport.lab;

import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.lab.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The protocol's time in a lab: it goes on as the machine's does, and jumps ahead when it is told to. All that becomes due
 * meanwhile happens at once, dated when it was due. Signatures are judged by the machine's time, and the worker's own clock
 * does not jump either.
 */
public final class LabTime {

    private final World world;
    private final Map<String, String> users;

    /** @param users the names of those that use the lab, by their ids */
    LabTime(World world, Map<String, String> users) {
        this.world = world;
        this.users = users;
    }

    public Instant now() {
        return world.time().instant();
    }

    /** How far it is ahead of the machine's. */
    public Duration ahead() {
        return world.time().ahead();
    }

    /**
     * @throws IllegalArgumentException if it would go back, or more than 100 years ahead in all
     * @throws IllegalStateException if several tests use the lab now, as for all other jumps
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time does not go back: " + duration + ".");
        }
        requireOneUser();
        world.pass(duration, "advanced by " + duration);
    }

    /** @throws IllegalStateException if the job is not offered to anybody now */
    public void untilLeaseLapses(String jobId) {
        Job job = job(jobId);
        if (job.status() != JobStatus.Dispatched) {
            throw new IllegalStateException("Job " + jobId + " has no lease: it is " + job.status() + ".");
        }
        jump(job.nextChangeAt().orElseThrow(), "the lease of job " + jobId + " lapsed");
    }

    /** @throws IllegalStateException if the action waits for no follow-up job to become due */
    public void untilFollowUpIsDue(Action action) {
        Job last = last(action);
        if (last.number() == 1 || last.status() != JobStatus.Created) {
            throw new IllegalStateException("Action " + action.id() + " waits for no follow-up: its job "
                    + last.number() + " is " + last.status() + ".");
        }
        jump(last.dueAt(), "the follow-up of action " + action.id() + " became due");
    }

    /** @throws IllegalStateException if nobody is at work on the job */
    public void untilJobTimesOut(String jobId) {
        Job job = job(jobId);
        if (job.status() != JobStatus.InProgress) {
            throw new IllegalStateException("Job " + jobId + " cannot time out: it is " + job.status() + ".");
        }
        jump(job.nextChangeAt().orElseThrow(), "job " + jobId + " timed out");
    }

    /** @throws IllegalStateException if the action has ended */
    public void untilActionTimesOut(Action action) {
        Job last = last(action);
        if (last.status().isTerminal()) {
            throw new IllegalStateException(
                    "Action " + action.id() + " cannot time out: it is " + last.actionStatus() + ".");
        }
        jump(last.action().deadline(), "action " + action.id() + " timed out");
    }

    /** @throws IllegalStateException if nobody was given credentials for the job, or they have expired */
    public void untilCredentialsExpire(String jobId) {
        Job job = job(jobId);
        Instant expiry = world.credentialsExpire(job.action().id())
                .filter(it -> it.isAfter(now()))
                .orElseThrow(() -> new IllegalStateException(
                        "Job " + jobId + " has no credentials that could expire: it is " + job.status() + "."));
        jump(expiry, "the credentials of job " + jobId + " expired");
    }

    private void jump(Instant to, String why) {
        requireOneUser();
        world.passUntil(to, why);
    }

    /** What one does for itself, the others would not understand. */
    private void requireOneUser() {
        List<String> names = List.copyOf(users.values());
        if (names.size() > 1) {
            throw new IllegalStateException("Time does not jump while several tests use the lab: "
                    + String.join(", ", names) + ". Give each its own, in a field that is not static.");
        }
    }

    private Job job(String id) {
        return world.job(id).orElseThrow(() -> new IllegalStateException("The lab knows no job " + id + "."));
    }

    private Job last(Action action) {
        List<Job> jobs = world.jobs(action.id());
        return jobs.get(jobs.size() - 1);
    }
}
