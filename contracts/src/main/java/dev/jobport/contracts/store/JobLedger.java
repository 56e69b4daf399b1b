package dev.jobport.contracts.store;

import static dev.jobport.contracts.store.StoreUnderTest.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.application.driven.JobHistory;
import dev.jobport.application.driven.JobRepository;
import dev.jobport.application.driven.Store;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Gives commands to a repository, remembers what came of them, and checks the invariants that must follow from it. */
final class JobLedger {

    private static final int LARGE = 10_000;

    private final JobRepository repository;
    private final JobHistory history;
    private final boolean soleCaller;
    private volatile String about;

    /** As the repository last told them, in the order in which they came to be. */
    private final Map<JobId, Job> jobs = Collections.synchronizedMap(new LinkedHashMap<>());

    private final Set<Nonce> dispatched = ConcurrentHashMap.newKeySet();
    private final Set<Nonce> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<JobId, ContinuationToken> continued = new ConcurrentHashMap<>();
    private final Map<JobId, Job> ended = new ConcurrentHashMap<>();

    /** @param soleCaller whether nobody else changes these jobs, so that each answer can be foretold */
    JobLedger(Store store, boolean soleCaller) {
        this.repository = store.jobs();
        this.history = store.history();
        this.soleCaller = soleCaller;
    }

    /** What the failure of a check shall name. */
    void about(String what) {
        about = what;
    }

    List<Job> jobs() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    List<Nonce> nonces() {
        return List.copyOf(dispatched);
    }

    void add(Job first) {
        repository.add(first);
        remember(first);
    }

    void claim(JobQueue queue, int atMost, Instant now, UnaryOperator<Job> dispatch) {
        List<JobId> expected = jobs().stream()
                .filter(job -> job.at(now).status() == JobStatus.Queued)
                .sorted(Comparator.comparing(Job::dueAt)) // stable: the order of adding decides between equals
                .limit(atMost)
                .map(Job::id)
                .toList();
        List<Job> claimed = after(repository.claim(queue, atMost, now, dispatch));
        if (soleCaller) {
            assertThat(claimed).as(about).extracting(Job::id).isEqualTo(expected);
        }
        assertThat(claimed)
                .as(about)
                .hasSizeLessThanOrEqualTo(atMost)
                .isSortedAccordingTo(Comparator.comparing(Job::dueAt));
        claimed.forEach(job -> {
            assertThat(dispatched.add(job.nonce().orElseThrow()))
                    .as(about + ": a new nonce")
                    .isTrue();
            remember(job);
        });
    }

    /** Absent if the command was refused. */
    Optional<Change> update(JobId id, Function<Job, Change> move) {
        Optional<Change> outcome = StoreUnderTest.unlessRefused(() -> repository.update(id, move), Refusal.class);
        outcome.ifPresent(made -> {
            remember(made.after());
            made.followUp().ifPresent(this::remember);
        });
        return outcome;
    }

    void advance(Instant now) {
        List<JobId> expected =
                jobs().stream().filter(job -> job.at(now) != job).map(Job::id).toList();
        List<Job> advanced = after(repository.advance(now, LARGE, job -> job.at(now)));
        if (soleCaller) {
            assertThat(advanced).as(about).extracting(Job::id).containsExactlyInAnyOrderElementsOf(expected);
        }
        advanced.forEach(this::remember);
    }

    void acknowledged(Nonce nonce) {
        assertThat(acknowledged.add(nonce))
                .as(about + ": " + nonce + " acknowledges once")
                .isTrue();
    }

    void continued(JobId id, ContinuationToken token) {
        assertThat(continued.put(id, token))
                .as(about + ": " + id + " is continued once")
                .isNull();
    }

    private void remember(Job job) {
        jobs.put(job.id(), job);
        if (job.status().isTerminal()) {
            ended.putIfAbsent(job.id(), job);
        }
    }

    void check() {
        jobs().stream().map(job -> job.action().id()).distinct().forEach(this::check);
    }

    void checkThatAllHaveEnded() {
        check();
        assertThat(jobs())
                .allMatch(
                        job -> repository.find(job.id()).orElseThrow().status().isTerminal());
    }

    private void check(ActionExecutionId action) {
        List<Job> found = history.ofAction(action);
        if (soleCaller) {
            assertThat(found)
                    .as(about)
                    .isEqualTo(jobs().stream()
                            .filter(job -> job.action().id().equals(action))
                            .toList());
        }
        for (int i = 0; i < found.size(); i++) {
            Job job = found.get(i);
            boolean last = i == found.size() - 1;
            assertThat(job.number()).as(about).isEqualTo(i + 1);
            assertThat(last || job.status() == JobStatus.Succeeded)
                    .as(about + ": " + job)
                    .isTrue();
            assertThat(Optional.ofNullable(continued.get(job.id())))
                    .as(about + ": the token that continues " + job)
                    .isEqualTo(last ? Optional.empty() : found.get(i + 1).continuationToken());
            if (ended.containsKey(job.id())) {
                assertThat(job).as(about).isEqualTo(ended.get(job.id()));
            }
            checkLife(job);
        }
    }

    private void checkLife(Job job) {
        List<Transition> life = job.transitions();
        assertThat(life.get(0).status()).as(about).isEqualTo(JobStatus.Created);
        assertThat(life.get(life.size() - 1).status()).as(about).isEqualTo(job.status());
        for (int i = 1; i < life.size(); i++) {
            assertThat(life.get(i - 1).status().mayBecome(life.get(i).status()))
                    .as(about + ": " + life)
                    .isTrue();
        }
    }
}
