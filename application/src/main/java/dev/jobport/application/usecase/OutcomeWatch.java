package dev.jobport.application.usecase;

import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Those who wait for the outcome of an action. They hear of it at once when this server ends the action, and within a
 * second when another server of the same store does.
 */
public final class OutcomeWatch implements JobObserver {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private volatile Instant nextLook = Instant.MIN;

    CompletionStage<ActionExecutionReport> await(
            Supplier<ActionExecutionReport> report, ActionExecutionId id, Instant until) {
        Waiter waiter = new Waiter(id, report, until, new CompletableFuture<>());
        waiters.add(waiter); // before the first look, or an outcome in between would go unheard
        waiter.look(ActionExecutionReport::isFinished);
        waiter.answer().whenComplete((answer, failure) -> waiters.remove(waiter));
        return waiter.answer();
    }

    @Override
    public void changed(Job job) {
        if (!waiters.isEmpty() && job.status().isTerminal()) {
            waiters.stream()
                    .filter(waiter -> waiter.id().equals(job.action().id()))
                    .forEach(waiter -> waiter.look(ActionExecutionReport::isFinished));
        }
    }

    void look(Instant now) {
        boolean others = !now.isBefore(nextLook);
        if (others) {
            nextLook = now.plus(BETWEEN_LOOKS);
        }
        for (Waiter waiter : waiters) {
            if (!now.isBefore(waiter.until())) {
                waiter.look(anyReport -> true);
            } else if (others) {
                waiter.look(ActionExecutionReport::isFinished);
            }
        }
    }

    private record Waiter(
            ActionExecutionId id,
            Supplier<ActionExecutionReport> report,
            Instant until,
            CompletableFuture<ActionExecutionReport> answer) {

        void look(Predicate<ActionExecutionReport> enough) {
            try {
                ActionExecutionReport current = report.get();
                if (enough.test(current)) {
                    answer.completeAsync(() -> current); // whoever ended the action must not write the answer
                }
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }
    }
}
