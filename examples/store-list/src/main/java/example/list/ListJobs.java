package example.list;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Jobs in the order of adding. Each question goes through all of them. */
final class ListJobs implements JobRepository, JobHistory {

    private final Map<JobId, Numbered> all = new LinkedHashMap<>();
    private final ClientRepository clients;
    private long lastNumber;

    ListJobs(ClientRepository clients) {
        this.clients = clients;
    }

    private record Numbered(long number, Job job) {}

    @Override
    public synchronized void add(Job first) {
        if (all.containsKey(first.id())) {
            throw new IllegalArgumentException("there is already a job with id " + first.id());
        }
        all.put(first.id(), new Numbered(++lastNumber, first));
    }

    @Override
    public synchronized <T> Optional<T> find(JobId id, BiFunction<Job, Optional<Client>, T> look) {
        return Optional.ofNullable(all.get(id)).map(Numbered::job).map(job -> look.apply(job, clientOf(job)));
    }

    private Optional<Client> clientOf(Job job) {
        return job.action().clientId().flatMap(id -> clients.find(job.action().account(), id));
    }

    @Override
    public synchronized Change update(JobId id, Move move) {
        synchronized (clients) { // so that the job's client stays as it is meanwhile
            Change change = find(id, move::of).orElseThrow(() -> new Refusal.JobNotFound(id));
            change.followUp().ifPresent(this::add); // first, because this is what can fail
            replace(change.after());
            return change;
        }
    }

    private void replace(Job job) {
        all.computeIfPresent(job.id(), (id, before) -> new Numbered(before.number(), job));
    }

    @Override
    public synchronized List<Change> claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        return change(
                jobs().filter(job -> job.action().queue().equals(queue))
                        .filter(job -> job.at(now).status() == JobStatus.Queued)
                        .sorted(comparing(Job::dueAt)),
                atMost,
                dispatch);
    }

    @Override
    public synchronized List<Change> advance(Instant now, int atMost, UnaryOperator<Job> move) {
        return change(
                jobs().filter(job -> job.nextChangeAt()
                                .filter(at -> !at.isAfter(now))
                                .isPresent())
                        .sorted(comparing(job -> job.nextChangeAt().orElseThrow())),
                atMost,
                move);
    }

    /** All moves are made before the first of them is kept. */
    private List<Change> change(Stream<Job> found, int atMost, UnaryOperator<Job> move) {
        List<Change> changes =
                found.limit(atMost).map(job -> Change.of(job, move.apply(job))).toList();
        changes.forEach(change -> replace(change.after()));
        return changes;
    }

    @Override
    public synchronized Removal removeEnded(Instant before, int jobs) {
        int room = jobs;
        List<ActionExecutionId> removed = new ArrayList<>();
        List<Job> ended = lastOfActions().stream()
                .map(Numbered::job)
                .filter(job -> job.status().isTerminal() && changedLast(job).isBefore(before))
                .sorted(comparing(ListJobs::changedLast))
                .toList();
        for (Job last : ended) {
            if (room <= 0) {
                return new Removal(removed, true);
            }
            removed.add(last.action().id());
            List<Job> gone = ofAction(last.action().id());
            gone.forEach(job -> all.remove(job.id()));
            room -= gone.size();
        }
        return new Removal(removed, false);
    }

    private static Instant changedLast(Job job) {
        return job.transitions().get(job.transitions().size() - 1).at();
    }

    @Override
    public synchronized List<Job> ofAction(ActionExecutionId id) {
        return jobs().filter(job -> job.action().id().equals(id)).toList();
    }

    @Override
    public synchronized Page<Job> list(Account account, Optional<JobStatus> status, PageRequest page) {
        String name = status.map(only -> "jobs-" + only).orElse("jobs");
        List<Numbered> wanted = all.values().stream()
                .filter(it -> status.isEmpty() || it.job().status() == status.get())
                .toList();
        return page(name, wanted, account, page);
    }

    @Override
    public synchronized Page<Job> lastOfActions(Account account, PageRequest page) {
        return page("actions", lastOfActions(), account, page);
    }

    /** The last job of each action, under the number of the first, in the order of these. */
    private List<Numbered> lastOfActions() {
        Map<ActionExecutionId, Numbered> last = new LinkedHashMap<>();
        all.values()
                .forEach(it -> last.merge(
                        it.job().action().id(), it, (first, later) -> new Numbered(first.number(), later.job())));
        return new ArrayList<>(last.values());
    }

    private static Page<Job> page(String name, List<Numbered> oldestFirst, Account account, PageRequest page) {
        long below = page.below(name);
        List<Numbered> found = oldestFirst.stream()
                .filter(it -> it.job().action().account().equals(account) && it.number() < below)
                .sorted(comparing(Numbered::number).reversed())
                .limit(page.maxResults() + 1L)
                .toList();
        return page.pageOf(name, found, Numbered::number).map(Numbered::job);
    }

    @Override
    public synchronized List<Backlog> backlog() {
        return jobs()
                .filter(job -> !job.status().isTerminal())
                .collect(groupingBy(
                        job -> List.of(job.action().account(), job.action().actionTypeId(), job.status()),
                        collectingAndThen(toList(), ListJobs::summed)))
                .values()
                .stream()
                .toList();
    }

    private static Backlog summed(List<Job> jobs) {
        Job any = jobs.get(0);
        Instant oldest = jobs.stream().map(Job::dueAt).min(Instant::compareTo).orElseThrow();
        return new Backlog(any.action().account(), any.action().actionTypeId(), any.status(), jobs.size(), oldest);
    }

    private Stream<Job> jobs() {
        return all.values().stream().map(Numbered::job);
    }
}
