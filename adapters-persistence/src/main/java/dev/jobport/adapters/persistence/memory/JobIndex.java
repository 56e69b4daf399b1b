package dev.jobport.adapters.persistence.memory;

import static dev.jobport.adapters.persistence.memory.StoredJob.LONGEST_ENDED_FIRST;
import static dev.jobport.adapters.persistence.memory.StoredJob.NEWEST_FIRST;
import static dev.jobport.adapters.persistence.memory.StoredJob.NEXT_CHANGE_FIRST;
import static dev.jobport.adapters.persistence.memory.StoredJob.OLDEST_DUE_FIRST;

import dev.jobport.application.Backlog;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The orders in which jobs are asked for, kept up to date at each change, so that no question looks at all jobs. */
final class JobIndex {

    private final Map<Listed, NavigableSet<StoredJob>> lists = new HashMap<>();
    private final NavigableSet<StoredJob> ended = new TreeSet<>(LONGEST_ENDED_FIRST);
    private final NavigableSet<StoredJob> changing = new TreeSet<>(NEXT_CHANGE_FIRST);
    private final Map<JobQueue, Claimable> claimable = new HashMap<>();

    /** The jobs of an account, of one status or of any. */
    private record Listed(Account account, Optional<JobStatus> status) {}

    /** What may be handed out of one queue: queued already, or when the clock has queued it. */
    private record Claimable(NavigableSet<StoredJob> queued, NavigableSet<StoredJob> waiting) {
        Claimable() {
            this(new TreeSet<>(OLDEST_DUE_FIRST), new TreeSet<>(NEXT_CHANGE_FIRST));
        }

        boolean isEmpty() {
            return queued.isEmpty() && waiting.isEmpty();
        }
    }

    void add(StoredJob stored) {
        orders(stored).forEach(order -> order.add(stored));
    }

    void remove(StoredJob stored) {
        orders(stored).forEach(order -> order.remove(stored));
        Job job = stored.job();
        Account account = job.action().account();
        claimable.computeIfPresent(job.action().queue(), (queue, jobs) -> jobs.isEmpty() ? null : jobs);
        forgetIfEmpty(new Listed(account, Optional.empty()));
        forgetIfEmpty(new Listed(account, Optional.of(job.status())));
    }

    /** Queues are as many as their clients like to name. */
    private void forgetIfEmpty(Listed listed) {
        lists.computeIfPresent(listed, (list, jobs) -> jobs.isEmpty() ? null : jobs);
    }

    /** How much is kept: 0 when nothing is, of no queue and no account. */
    int size() {
        return lists.size() + claimable.size() + changing.size() + ended.size();
    }

    private Stream<NavigableSet<StoredJob>> orders(StoredJob stored) {
        Job job = stored.job();
        Claimable ofQueue = claimable.computeIfAbsent(job.action().queue(), queue -> new Claimable());
        Account account = job.action().account();
        Stream<NavigableSet<StoredJob>> lists =
                Stream.of(list(account, Optional.empty()), list(account, Optional.of(job.status())));
        return switch (job.status()) {
            case Queued -> Stream.concat(lists, Stream.of(changing, ofQueue.queued()));
            case Created, Dispatched -> Stream.concat(lists, Stream.of(changing, ofQueue.waiting()));
            case InProgress -> Stream.concat(lists, Stream.of(changing));
            case Succeeded, Failed, TimedOut, Abandoned ->
                stored.isLast() ? Stream.concat(lists, Stream.of(ended)) : lists;
        };
    }

    private NavigableSet<StoredJob> list(Account account, Optional<JobStatus> status) {
        return lists.computeIfAbsent(new Listed(account, status), list -> new TreeSet<>(NEWEST_FIRST));
    }

    /** Without making one. */
    private NavigableSet<StoredJob> listed(Account account, Optional<JobStatus> status) {
        NavigableSet<StoredJob> jobs = lists.get(new Listed(account, status));
        return jobs == null ? new TreeSet<>(NEWEST_FIRST) : jobs;
    }

    /** Jobs of the queue that can be handed out, oldest due first. */
    List<StoredJob> claimable(JobQueue queue, int atMost, Instant now) {
        Claimable ofQueue = claimable.getOrDefault(queue, new Claimable());
        Stream<StoredJob> queued = ofQueue.queued().stream()
                .filter(stored -> now.isBefore(stored.job().action().deadline()))
                .limit(atMost);
        Stream<StoredJob> queuedByNow = ofQueue.waiting().stream()
                .takeWhile(stored -> stored.isDue(now))
                .filter(stored -> now.isBefore(stored.job().action().deadline()));
        return Stream.concat(queued, queuedByNow)
                .sorted(OLDEST_DUE_FIRST)
                .limit(atMost)
                .toList();
    }

    /** The last job of the action that ended first, and before then. */
    Optional<StoredJob> longestEnded(Instant before) {
        return ended.stream()
                .findFirst()
                .filter(stored -> stored.latestChangeAt().isBefore(before));
    }

    Stream<StoredJob> due(Instant now) {
        return changing.stream().takeWhile(stored -> stored.isDue(now));
    }

    List<Backlog> backlog() {
        Map<List<Object>, Backlog> byParts = new HashMap<>();
        for (StoredJob stored : changing) {
            Job job = stored.job();
            Account account = job.action().account();
            ActionTypeId type = job.action().actionTypeId();
            byParts.merge(
                    List.of(account, type, job.status()),
                    new Backlog(account, type, job.status(), 1, job.dueAt()),
                    (sum, one) -> new Backlog(
                            account,
                            type,
                            one.status(),
                            sum.jobs() + 1,
                            one.oldestDueAt().isBefore(sum.oldestDueAt()) ? one.oldestDueAt() : sum.oldestDueAt()));
        }
        return List.copyOf(byParts.values());
    }

    /** How many jobs of the account have not ended. */
    long open(Account account) {
        return Stream.of(JobStatus.values())
                .filter(status -> !status.isTerminal())
                .mapToLong(status -> listed(account, Optional.of(status)).size())
                .sum();
    }

    /** Jobs of the account with a lower number than {@code below}, newest first. */
    Stream<StoredJob> newest(Account account, Optional<JobStatus> status, long below) {
        return listed(account, status).tailSet(StoredJob.numbered(below), false).stream();
    }
}
