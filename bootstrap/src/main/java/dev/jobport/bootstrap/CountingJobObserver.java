package dev.jobport.bootstrap;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts each status that a job takes, timeouts among them, and each lease that lapses, by account and action type. */
final class CountingJobObserver implements JobObserver {

    private final MeterRegistry registry;
    private final Map<Series, Counter> transitions = new ConcurrentHashMap<>();
    private final Map<Type, Counter> lapses = new ConcurrentHashMap<>();

    private record Type(Account account, ActionTypeId id) {

        Tags tags() {
            return Tags.of("account", account.id(), "region", account.region(), "action_type", id.toString());
        }
    }

    private record Series(Type type, JobStatus status) {}

    CountingJobObserver(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void changed(Job job) {
        Type type = new Type(job.action().account(), job.action().actionTypeId());
        List<Transition> all = job.transitions();
        for (int i = all.size() - job.newTransitions().size(); i < all.size(); i++) {
            JobStatus status = all.get(i).status();
            transitions
                    .computeIfAbsent(new Series(type, status), this::transitions)
                    .increment();
            if (Lapse.isAt(i, job)) {
                lapses.computeIfAbsent(type, this::lapses).increment();
            }
        }
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
