package dev.jobport.application.usecase;

import dev.jobport.application.Backlog;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.ActionTypeRepository;
import dev.jobport.application.driven.ClientRepository;
import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import example.list.ListStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A store that keeps the contract, of {@code examples/store-list}, and a view of how the use cases use it. A test may let it
 * fail.
 */
final class WatchedStore implements Store, JobRepository, JobHistory {

    final List<Integer> dueLookups = new ArrayList<>();
    final List<Instant> removals = new ArrayList<>();
    int counts;
    int actionLookups;
    Optional<RuntimeException> outage = Optional.empty();
    Optional<RuntimeException> updateOutage = Optional.empty();

    private final Store store = new ListStore();

    /** All jobs of the account. */
    Map<JobId, Job> kept(Account account) {
        Map<JobId, Job> all = new LinkedHashMap<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Job> page = list(account, Optional.empty(), new PageRequest(100, next));
            page.items().forEach(job -> all.put(job.id(), job));
            next = page.nextToken();
        } while (next.isPresent());
        return all;
    }

    @Override
    public JobRepository jobs() {
        return this;
    }

    @Override
    public JobHistory history() {
        return this;
    }

    @Override
    public ActionTypeRepository actionTypes() {
        return store.actionTypes();
    }

    @Override
    public ClientRepository clients() {
        return store.clients();
    }

    @Override
    public void add(Job first) {
        store.jobs().add(first);
    }

    @Override
    public <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
        return store.jobs().find(id, look);
    }

    @Override
    public Change update(JobId id, Move move) {
        fail(updateOutage);
        return store.jobs().update(id, move);
    }

    @Override
    public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return store.jobs().claim(queue, atMost, now, dispatch);
    }

    @Override
    public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        List<Change> advanced = store.jobs().advance(now, atMost, move);
        dueLookups.add(advanced.size());
        return advanced;
    }

    @Override
    public List<Job> ofAction(ActionExecutionId id) {
        actionLookups++;
        fail(outage);
        return store.history().ofAction(id);
    }

    @Override
    public Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page) {
        return store.history().list(account, status, page);
    }

    @Override
    public Page<Job> lastOfActions(Account account, PageRequest page) {
        return store.history().lastOfActions(account, page);
    }

    @Override
    public List<Backlog> backlog() {
        counts++;
        return store.history().backlog();
    }

    @Override
    public Removal removeEnded(Instant before, int jobs) {
        removals.add(before);
        return store.history().removeEnded(before, jobs);
    }

    private static void fail(Optional<RuntimeException> failure) {
        failure.ifPresent(it -> {
            throw it;
        });
    }

    @Override
    public InstantSource time() {
        return store.time();
    }

    @Override
    public boolean isReady() {
        return outage.isEmpty() && store.isReady();
    }

    @Override
    public void close() {
        store.close();
    }
}
