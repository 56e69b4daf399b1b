package dev.jobport.crash.rules;

import static dev.jobport.crash.history.Status.Dispatched;
import static dev.jobport.crash.history.Status.Queued;

import dev.jobport.crash.history.Answer.Offered;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Request.Poll;
import dev.jobport.crash.history.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What polls may offer: invariants 1 and 8. */
final class Offers {

    static final List<Rule> RULES = List.of(
            new Rule("a job is offered to at most one poller per lease", Offers::onePollerPerLease),
            new Rule("a lease lasts from a poll", Offers::everyDispatchWasPolled),
            new Rule("the oldest due job comes first", Offers::oldestFirst));

    /**
     * So long a job must have been queued before a poll is blamed for passing it over: a store may hold it for a moment
     * while it writes down what the clock did. A moment also after an outage, when much has become due.
     */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private Offers() {}

    /** Every offer has a dispatch of its own; and no two lie so close together that they must share a lease. */
    private static void onePollerPerLease(Evidence evidence, Findings findings) {
        for (JobFile job : evidence.jobs()) {
            Dispatches dispatches = Dispatches.of(job);
            for (Call offer : job.offers()) {
                findings.expect(
                        !dispatches.withoutDispatch.contains(offer),
                        job.id(),
                        () -> "was offered in " + offer + ", with no dispatch of its own");
            }
            for (int i = 1; i < job.offers().size(); i++) {
                Call first = job.offers().get(i - 1);
                Call second = job.offers().get(i);
                Instant earliest = min(first.invokedAt(), second.invokedAt());
                Instant latest = max(first.answeredAt(), second.answeredAt());
                findings.expect(
                        Duration.between(earliest, latest)
                                        .compareTo(job.timing().lease())
                                >= 0,
                        job.id(),
                        () -> "was offered twice in one lease, in " + first + " and in " + second);
            }
        }
    }

    /** A dispatch that no answered poll tells of was made by one that broke off. */
    private static void everyDispatchWasPolled(Evidence evidence, Findings findings) {
        Map<String, List<Call>> brokenOff = new HashMap<>();
        evidence.calls().filter(Call::isUnknown).forEach(call -> {
            if (call.request() instanceof Poll poll) {
                brokenOff
                        .computeIfAbsent(poll.actionType(), type -> new ArrayList<>())
                        .add(call);
            }
        });
        for (JobFile job : evidence.jobs()) {
            List<Call> candidates = brokenOff.getOrDefault(job.action().report().actionType(), List.of());
            Set<Step> unheard = Dispatches.of(job).withoutOffer;
            job.steps(Dispatched)
                    .forEach(step -> findings.expect(
                            !unheard.contains(step)
                                    || candidates.stream().anyMatch(poll -> job.mayHaveMade(poll, step)),
                            job.id(),
                            () -> "was handed out at " + step.at() + ", but nobody had asked"));
        }
    }

    /** The job's offers and its dispatches, one to one as far as that goes. */
    private record Dispatches(Set<Step> withoutOffer, Set<Call> withoutDispatch) {

        /** Whoever must be served first is: offers are time spans, dispatches are points. */
        static Dispatches of(JobFile job) {
            List<Call> open = new ArrayList<>(job.offers());
            Set<Step> unheard = new HashSet<>();
            job.steps(Dispatched).sorted(Comparator.comparing(Step::at)).forEach(step -> {
                Optional<Call> offer = open.stream()
                        .filter(call -> job.mayHaveMade(call, step))
                        .min(Comparator.comparing(Call::answeredAt));
                offer.ifPresentOrElse(open::remove, () -> unheard.add(step));
            });
            return new Dispatches(unheard, new HashSet<>(open));
        }
    }

    /** A poll passes over no job that was there for it all the time, neither for a younger one nor for an empty place. */
    private static void oldestFirst(Evidence evidence, Findings findings) {
        List<Waiting> waiting = Waiting.all(evidence);
        List<Outage> outages = Outage.all(evidence);
        Map<String, Instant> dueAt = new HashMap<>();
        evidence.jobs().forEach(job -> dueAt.put(job.id(), job.dueAt()));
        evidence.calls()
                .filter(call -> call.answer() instanceof Offered)
                .filter(call -> outages.stream().noneMatch(outage -> outage.mayDisturb(call)))
                .forEach(call -> {
                    Poll poll = (Poll) call.request();
                    List<String> offered = ((Offered) call.answer()).jobIds();
                    Instant youngest = offered.size() < poll.maxBatchSize()
                            ? Instant.MAX
                            : offered.stream()
                                    .map(id -> dueAt.getOrDefault(id, Instant.MIN))
                                    .max(Instant::compareTo)
                                    .orElse(Instant.MAX);
                    for (Waiting each : waiting) {
                        if (each.isThereFor(poll, call)) {
                            findings.expect(
                                    !each.dueAt.isBefore(youngest),
                                    each.jobId,
                                    () -> "was queued, and passed over in " + call);
                        }
                    }
                });
    }

    /** From the request of a call that broke off until somebody who asked after it was answered. */
    private record Outage(Instant from, Instant to) {

        static List<Outage> all(Evidence evidence) {
            List<Call> answered =
                    evidence.calls().filter(call -> !call.isUnknown()).toList();
            return evidence.calls()
                    .filter(Call::isUnknown)
                    .map(brokenOff -> new Outage(
                            brokenOff.invokedAt(),
                            answered.stream()
                                    .filter(brokenOff::isOverBefore)
                                    .map(Call::answeredAt)
                                    .min(Instant::compareTo)
                                    .orElse(Instant.MAX)))
                    .toList();
        }

        boolean mayDisturb(Call call) {
            return !from.isAfter(call.answeredAt())
                    && !to.isBefore(call.invokedAt().minus(MOMENT));
        }
    }

    /** A stretch of time in which a job was certainly queued. */
    private record Waiting(String jobId, String actionType, Instant dueAt, Instant from, Instant to) {

        static List<Waiting> all(Evidence evidence) {
            List<Waiting> all = new ArrayList<>();
            for (JobFile job : evidence.jobs()) {
                List<Step> steps = job.steps();
                for (int i = 0; i < steps.size(); i++) {
                    Step step = steps.get(i);
                    Instant from = step.at().plus(MOMENT).plus(job.clockDoubt());
                    Instant end = i + 1 < steps.size() ? steps.get(i + 1).at() : job.actionDeadline();
                    Instant to = end.minus(job.clockDoubt());
                    if (step.status() == Queued && from.isBefore(to)) {
                        all.add(new Waiting(job.id(), job.action().report().actionType(), job.dueAt(), from, to));
                    }
                }
            }
            return all;
        }

        boolean isThereFor(Poll poll, Call call) {
            return actionType.equals(poll.actionType())
                    && !call.invokedAt().isBefore(from)
                    && call.answeredAt().isBefore(to);
        }
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
