package dev.jobport.adapters.persistence.memory;

import static dev.jobport.adapters.persistence.memory.StoredJob.LONGEST_ENDED_FIRST;
import static dev.jobport.adapters.persistence.memory.StoredJob.NEWEST_FIRST;
import static dev.jobport.adapters.persistence.memory.StoredJob.NEXT_CHANGE_FIRST;
import static dev.jobport.adapters.persistence.memory.StoredJob.OLDEST_DUE_FIRST;

import dev.jobport.application.Backlog;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The orders in which jobs are asked for, kept up to date at each change, so that no question looks at all jobs. */
final class JobIndex {

    private final NavigableSet<StoredJob> all = new TreeSet<>(NEWEST_FIRST);
    private final Map<JobStatus, NavigableSet<StoredJob>> byStatus = new EnumMap<>(JobStatus.class);
    private final NavigableSet<StoredJob> ended = new TreeSet<>(LONGEST_ENDED_FIRST);
    private final NavigableSet<StoredJob> changing = new TreeSet<>(NEXT_CHANGE_FIRST);
    private final Map<JobQueue, Claimable> claimable = new HashMap<>();

    /** What may be handed out of one queue: queued already, or when the clock has queued it. */
    private record Claimable(NavigableSet<StoredJob> queued, NavigableSet<StoredJob> waiting) {
        Claimable() {
            this(new TreeSet<>(OLDEST_DUE_FIRST), new TreeSet<>(NEXT_CHANGE_FIRST));
        }
    }

    JobIndex() {
        for (JobStatus status : JobStatus.values()) {
            byStatus.put(status, new TreeSet<>(NEWEST_FIRST));
        }
    }

    void add(StoredJob stored) {
        orders(stored).forEach(order -> order.add(stored));
    }

    void remove(StoredJob stored) {
        orders(stored).forEach(order -> order.remove(stored));
    }

    private Stream<NavigableSet<StoredJob>> orders(StoredJob stored) {
        Job job = stored.job();
        Claimable ofQueue = claimable.computeIfAbsent(job.action().queue(), queue -> new Claimable());
        Stream<NavigableSet<StoredJob>> lists = Stream.of(all, byStatus.get(job.status()));
        return switch (job.status()) {
            case Queued -> Stream.concat(lists, Stream.of(changing, ofQueue.queued()));
            case Created, Dispatched -> Stream.concat(lists, Stream.of(changing, ofQueue.waiting()));
            case InProgress -> Stream.concat(lists, Stream.of(changing));
            case Succeeded, Failed, TimedOut -> stored.isLast() ? Stream.concat(lists, Stream.of(ended)) : lists;
        };
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
        Map<List<Object>, Backlog> byTypeAndStatus = new HashMap<>();
        for (StoredJob stored : changing) {
            Job job = stored.job();
            ActionTypeId type = job.action().actionTypeId();
            byTypeAndStatus.merge(
                    List.of(type, job.status()),
                    new Backlog(type, job.status(), 1, job.dueAt()),
                    (sum, one) -> new Backlog(
                            type,
                            one.status(),
                            sum.jobs() + 1,
                            one.oldestDueAt().isBefore(sum.oldestDueAt()) ? one.oldestDueAt() : sum.oldestDueAt()));
        }
        return List.copyOf(byTypeAndStatus.values());
    }

    /** Jobs with a lower number than {@code below}, newest first. */
    Stream<StoredJob> newest(Optional<JobStatus> status, long below) {
        return status.map(byStatus::get).orElse(all).tailSet(new StoredJob(below, null, false), false).stream();
    }
}
