package dev.jobport.adapters.persistence.memory;

import static java.util.Collections.emptyNavigableMap;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Jobs by their ids. One lock guards everything: what happens under it takes microseconds. */
final class MemoryJobs implements JobRepository, JobHistory {

    private final Lock lock;
    private final Map<JobId, StoredJob> byId = new HashMap<>();
    private final JobIndex index = new JobIndex();
    private final Map<ActionExecutionId, List<JobId>> ofAction = new HashMap<>();
    private final Map<Account, NavigableMap<Long, ActionExecutionId>> actions = new HashMap<>();
    private final ClientRepository clients;
    private long lastNumber;

    MemoryJobs(Lock lock, ClientRepository clients) {
        this.lock = lock;
        this.clients = clients;
    }

    @Override
    public void add(Job first) {
        locked(() -> {
            insert(first);
            actions.computeIfAbsent(first.action().account(), one -> new TreeMap<>())
                    .put(lastNumber, first.action().id());
            return null;
        });
    }

    @Override
    public <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
        return locked(() -> Optional.ofNullable(byId.get(id)).map(StoredJob::job))
                .map(job -> look.apply(job, clientOf(job)));
    }

    private Optional<Client> clientOf(Job job) {
        return job.action().clientId().flatMap(id -> clients.find(job.action().account(), id));
    }

    @Override
    public Change update(JobId id, Move move) {
        return locked(() -> {
            StoredJob stored = byId.get(id);
            if (stored == null) {
                throw new Refusal.JobNotFound(id);
            }
            Change change = move.of(stored.job(), clientOf(stored.job()));
            change.followUp().ifPresent(this::insert); // first, because this is what can fail
            replace(stored, change);
            return change;
        });
    }

    @Override
    public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return locked(() -> change(index.claimable(queue, atMost, now), dispatch));
    }

    @Override
    public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        return locked(() -> change(index.due(now).limit(atMost).toList(), move));
    }

    /** All moves are made before the first of them is kept. */
    private List<Change> change(List<StoredJob> found, UnaryOperator<Job> move) {
        Map<StoredJob, Change> changes = new LinkedHashMap<>();
        found.forEach(stored -> changes.put(stored, Change.of(stored.job(), move.apply(stored.job()))));
        changes.forEach(this::replace);
        return List.copyOf(changes.values());
    }

    /** An action of many jobs goes in one step: it takes microseconds. */
    @Override
    public Removal removeEnded(Instant before, int jobs) {
        return locked(() -> {
            List<ActionExecutionId> removed = new ArrayList<>();
            Optional<StoredJob> last = index.longestEnded(before);
            for (int room = jobs; room > 0 && last.isPresent(); last = index.longestEnded(before)) {
                ActionExecutionId action = last.get().job().action().id();
                room -= remove(action);
                removed.add(action);
            }
            return new Removal(removed, last.isPresent());
        });
    }

    private int remove(ActionExecutionId action) {
        List<JobId> removed = ofAction.remove(action);
        StoredJob first = byId.get(removed.get(0));
        actions.computeIfPresent(first.job().action().account(), (account, ofAccount) -> {
            ofAccount.remove(first.number());
            return ofAccount.isEmpty() ? null : ofAccount;
        });
        removed.forEach(id -> index.remove(byId.remove(id)));
        return removed.size();
    }

    @Override
    public List<Job> ofAction(ActionExecutionId id) {
        return locked(() -> ofAction.getOrDefault(id, List.of()).stream()
                .map(job -> byId.get(job).job())
                .toList());
    }

    @Override
    public Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page) {
        String list = status.map(only -> "jobs." + only).orElse("jobs");
        long below = page.below(list);
        return locked(() -> page.pageOf(
                        list,
                        index.newest(account, status, below)
                                .limit(page.maxResults() + 1)
                                .toList(),
                        StoredJob::number)
                .map(StoredJob::job));
    }

    @Override
    public Page<Job> lastOfActions(Account account, PageRequest page) {
        long below = page.below("actions");
        return locked(() -> {
            NavigableMap<Long, ActionExecutionId> ofAccount = actions.getOrDefault(account, emptyNavigableMap());
            // the numbers, because a stream of the entries would first count them
            Stream<Long> newest = ofAccount.headMap(below, false).descendingKeySet().stream();
            return page.pageOf("actions", newest.limit(page.maxResults() + 1).toList(), Long::longValue)
                    .map(number -> lastOf(ofAccount.get(number)));
        });
    }

    @Override
    public List<Backlog> backlog() {
        return locked(index::backlog);
    }

    @Override
    public long openActions(Account account, int atMost) {
        return locked(() -> Math.min(index.open(account), atMost));
    }

    /** How much is kept: 0 when nothing is. */
    int size() {
        return locked(() -> byId.size() + ofAction.size() + actions.size() + index.size());
    }

    private Job lastOf(ActionExecutionId action) {
        List<JobId> jobs = ofAction.get(action);
        return byId.get(jobs.get(jobs.size() - 1)).job();
    }

    private void insert(Job job) {
        StoredJob stored = new StoredJob(lastNumber + 1, job, true);
        if (byId.putIfAbsent(job.id(), stored) != null) {
            throw new IllegalArgumentException("there is already a job with id " + job.id());
        }
        lastNumber++;
        index.add(stored);
        ofAction.computeIfAbsent(job.action().id(), action -> new ArrayList<>(1))
                .add(job.id());
    }

    private void replace(StoredJob stored, Change change) {
        Job next = change.after();
        boolean isLast = lastOf(next.action().id()).id().equals(next.id());
        StoredJob replacement = new StoredJob(stored.number(), next, isLast);
        index.remove(stored);
        index.add(replacement);
        byId.put(next.id(), replacement);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
