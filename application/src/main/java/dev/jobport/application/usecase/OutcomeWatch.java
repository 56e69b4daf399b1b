package dev.jobport.application.usecase;

import static java.util.stream.Collectors.groupingBy;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Those who wait for the outcome of an action. They hear of it at once when this server ends the action, and within a
 * second when another server of the same store does. Who cancels the answer waits no more.
 */
public final class OutcomeWatch implements JobObserver {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A time at which nobody's patience is over. */
    private static final Instant ONLY_THE_END = Instant.MIN;

    private final WaitingRoom room = new WaitingRoom();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private volatile Instant nextLook = Instant.MIN;

    CompletionStage<ActionExecutionReport> await(
            Supplier<ActionExecutionReport> report, Account account, ActionExecutionId id, Instant until) {
        Waiter waiter = new Waiter(new Question(account, id), report, until, new CompletableFuture<>());
        room.enter(account);
        waiters.add(waiter); // before the first look, or an outcome in between would go unheard
        waiter.answer().whenComplete((answer, failure) -> { // before the first look too, which may fail
            waiters.remove(waiter);
            room.leave(account);
        });
        look(List.of(waiter), ONLY_THE_END);
        return waiter.answer();
    }

    @Override
    public void changed(Job job, List<Transition> news) {
        if (!waiters.isEmpty() && job.status().isTerminal()) {
            Question question =
                    new Question(job.action().account(), job.action().id());
            List<Waiter> those = waiters.stream()
                    .filter(waiter -> waiter.question().equals(question))
                    .toList();
            if (!those.isEmpty()) {
                look(those, ONLY_THE_END);
            }
        }
    }

    void look(Instant now) {
        boolean others = !now.isBefore(nextLook);
        if (others) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        waiters.stream()
                .filter(waiter -> others || waiter.isOver(now))
                .collect(groupingBy(Waiter::question))
                .values()
                .forEach(those -> look(those, now));
    }

    /** Looks once for all who ask the same, and answers those whose patience is over whatever it sees. */
    private static void look(List<Waiter> those, Instant now) {
        try {
            ActionExecutionReport current = those.get(0).report().get();
            those.stream()
                    .filter(waiter -> current.isFinished() || waiter.isOver(now))
                    // whoever ended the action must not write the answer
                    .forEach(waiter -> waiter.answer().completeAsync(() -> current));
        } catch (RuntimeException | Error e) {
            those.forEach(waiter -> waiter.answer().completeExceptionally(e));
        }
    }

    /** What is asked: all who ask the same get the same answer. */
    private record Question(Account account, ActionExecutionId id) {}

    private record Waiter(
            Question question,
            Supplier<ActionExecutionReport> report,
            Instant until,
            CompletableFuture<ActionExecutionReport> answer) {

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }
    }
}
