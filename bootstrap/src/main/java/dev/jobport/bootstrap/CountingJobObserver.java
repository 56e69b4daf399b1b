package dev.jobport.bootstrap;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts each status that a job takes, timeouts among them, and each lease that lapses, by account and action type, and
 * times how long jobs wait and how long workers take. Tells when an action type was last polled.
 */
final class CountingJobObserver implements JobObserver {

    /** Types can be deleted and others created without end, and a counter stays; beyond these they share one. */
    static final int MAX_TYPES_OF_AN_ACCOUNT = 200;

    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final Map<Account, Set<ActionTypeId>> known = new ConcurrentHashMap<>();
    private final Map<Series, Counter> transitions = new ConcurrentHashMap<>();
    private final Map<Type, Counter> lapses = new ConcurrentHashMap<>();
    private final Map<Timed, Timer> stages = new ConcurrentHashMap<>();
    private final Map<Type, AtomicLong> lastPolls = new ConcurrentHashMap<>();

    private record Type(Account account, String id) {

        Tags tags() {
            return Tags.of("account", account.id(), "region", account.region(), "action_type", id);
        }
    }

    private record Series(Type type, JobStatus status) {}

    private record Timed(Type type, Stage stage) {}

    CountingJobObserver(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void changed(Job job, List<Transition> news) {
        Type type = type(job.action().account(), job.action().actionTypeId());
        List<Transition> all = job.transitions();
        for (int i = all.size() - news.size(); i < all.size(); i++) {
            JobStatus status = all.get(i).status();
            transitions
                    .computeIfAbsent(new Series(type, status), this::transitions)
                    .increment();
            if (Lapse.isAt(i, job)) {
                lapses.computeIfAbsent(type, this::lapses).increment();
            }
            if (i > 0) {
                time(type, all.get(i - 1), all.get(i));
            }
        }
    }

    @Override
    public void polled(Account account, ActionTypeId actionTypeId) {
        lastPolls
                .computeIfAbsent(type(account, actionTypeId), this::lastPoll)
                .set(registry.config().clock().wallTime());
    }

    private AtomicLong lastPoll(Type type) {
        AtomicLong millis = new AtomicLong();
        TimeGauge.builder("jobport.last.poll.timestamp", millis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("When a job worker last polled for jobs of the action type.")
                .tags(type.tags())
                .register(registry);
        return millis;
    }

    private void time(Type type, Transition before, Transition after) {
        Stage.between(before.status(), after.status())
                .ifPresent(stage -> stages.computeIfAbsent(new Timed(type, stage), this::stage)
                        .record(Duration.between(before.at(), after.at())));
    }

    private Timer stage(Timed timed) {
        return Timer.builder(timed.stage().meter())
                .description(timed.stage().description())
                .tags(timed.type().tags())
                .serviceLevelObjectives(Stage.BUCKETS)
                .register(registry);
    }

    private Type type(Account account, ActionTypeId id) {
        Set<ActionTypeId> told = known.computeIfAbsent(account, ignored -> ConcurrentHashMap.newKeySet());
        boolean apart = told.contains(id) || told.size() < MAX_TYPES_OF_AN_ACCOUNT && told.add(id);
        return new Type(account, apart || told.contains(id) ? id.toString() : OTHER);
    }

    private Counter transitions(Series series) {
        return Counter.builder("jobport.job.transitions")
                .description("Statuses that jobs took.")
                .tags(series.type().tags().and("status", series.status().name()))
                .register(registry);
    }

    private Counter lapses(Type type) {
        return Counter.builder("jobport.leases.lapsed")
                .description("Dispatches that nobody acknowledged in time.")
                .tags(type.tags())
                .register(registry);
    }
}
