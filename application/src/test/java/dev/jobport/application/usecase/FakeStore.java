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
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionType;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The least that the use cases can stand on, and a view of how they use it. Serves one thread; no store to copy. */
final class FakeStore implements Store, JobRepository, JobHistory {

    final Map<JobId, Job> kept = new LinkedHashMap<>();
    final List<Integer> dueLookups = new ArrayList<>();
    final List<Instant> removals = new ArrayList<>();
    int moreToRemove;
    int counts;
    int actionLookups;
    Optional<RuntimeException> outage = Optional.empty();
    Optional<RuntimeException> updateOutage = Optional.empty();

    private final Map<List<Object>, ActionType> types = new LinkedHashMap<>();
    private final Map<List<Object>, Client> clients = new LinkedHashMap<>();

    @Override
    public void add(Job first) {
        keep(first);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public Change update(JobId id, Function<Job, Change> move) {
        updateOutage.ifPresent(failure -> {
            throw failure;
        });
        Change change = move.apply(find(id).orElseThrow(() -> new Refusal.JobNotFound(id)));
        keep(change.after());
        change.followUp().ifPresent(this::keep);
        return change;
    }

    @Override
    public List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        List<Change> claimed = where(
                        job -> job.action().queue().equals(queue) && job.at(now).status() == JobStatus.Queued)
                .limit(atMost)
                .map(job -> Change.of(job, dispatch.apply(job)))
                .toList();
        claimed.forEach(change -> keep(change.after()));
        return claimed;
    }

    @Override
    public List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        List<Change> advanced = where(job -> job.at(now) != job)
                .limit(atMost)
                .map(job -> Change.of(job, move.apply(job)))
                .toList();
        advanced.forEach(change -> keep(change.after()));
        dueLookups.add(advanced.size());
        return advanced;
    }

    @Override
    public boolean removeEnded(Instant before, int jobs) {
        removals.add(before);
        return moreToRemove-- > 0;
    }

    @Override
    public List<Job> ofAction(ActionExecutionId id) {
        actionLookups++;
        outage.ifPresent(failure -> {
            throw failure;
        });
        return where(job -> job.action().id().equals(id)).toList();
    }

    @Override
    public Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page) {
        return new Page<>(
                where(job -> job.action().account().equals(account)
                                && status.map(job.status()::equals).orElse(true))
                        .toList(),
                Optional.empty());
    }

    @Override
    public Page<Job> lastOfActions(Account account, PageRequest page) {
        Map<ActionExecutionId, Job> last = new LinkedHashMap<>();
        where(job -> job.action().account().equals(account))
                .forEach(job -> last.put(job.action().id(), job));
        return new Page<>(List.copyOf(last.values()), Optional.empty());
    }

    @Override
    public List<Backlog> backlog() {
        counts++;
        return where(job -> !job.status().isTerminal())
                .map(job ->
                        new Backlog(job.action().account(), job.action().actionTypeId(), job.status(), 1, job.dueAt()))
                .toList();
    }

    private void keep(Job job) {
        kept.put(job.id(), job);
    }

    private Stream<Job> where(Predicate<Job> condition) {
        return List.copyOf(kept.values()).stream().filter(condition);
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
        return new ActionTypeRepository() {
            @Override
            public ActionType update(Account account, ActionTypeId id, Replacement replacement) {
                long others = of(account, types).stream()
                        .filter(type -> !type.id().equals(id))
                        .count();
                ActionType made = replacement.of(find(account, id), others);
                types.put(List.of(account, id), made);
                return made;
            }

            @Override
            public Optional<ActionType> find(Account account, ActionTypeId id) {
                return Optional.ofNullable(types.get(List.of(account, id)));
            }

            @Override
            public List<ActionType> list(Account account, String after, int atMost) {
                return of(account, types).stream()
                        .filter(type -> type.id().toString().compareTo(after) > 0)
                        .sorted(Comparator.comparing(type -> type.id().toString()))
                        .limit(atMost)
                        .toList();
            }
        };
    }

    @Override
    public ClientRepository clients() {
        return new ClientRepository() {
            @Override
            public boolean addIfAbsent(Account account, Client client) {
                return clients.putIfAbsent(List.of(account, client.id()), client) == null;
            }

            @Override
            public Optional<Client> find(Account account, ClientId id) {
                return Optional.ofNullable(clients.get(List.of(account, id)));
            }

            @Override
            public boolean replace(Account account, Client client) {
                return clients.replace(List.of(account, client.id()), client) != null;
            }

            @Override
            public boolean remove(Account account, ClientId id) {
                return clients.remove(List.of(account, id)) != null;
            }

            @Override
            public List<ClientId> list(Account account, String after, int atMost) {
                return of(account, clients).stream()
                        .map(Client::id)
                        .filter(id -> id.value().compareTo(after) > 0)
                        .sorted(Comparator.comparing(ClientId::value))
                        .limit(atMost)
                        .toList();
            }

            @Override
            public long count(Account account, int atMost) {
                return list(account, "", atMost).size();
            }
        };
    }

    private static <T> List<T> of(Account account, Map<List<Object>, T> all) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().get(0).equals(account))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public InstantSource time() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isReady() {
        return outage.isEmpty();
    }

    @Override
    public void close() {}
}
