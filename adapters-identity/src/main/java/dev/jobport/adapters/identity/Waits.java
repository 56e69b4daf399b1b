package dev.jobport.adapters.identity;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The clients of a transport that wait for the end of an action execution, so that they are answered before it stops. */
public final class Waits {

    private final Pipelines pipelines;
    private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    private record Wait(Account account, ActionExecutionId id, CompletableFuture<ActionExecutionReport> answer) {

        void end(Pipelines pipelines) {
            answer.completeAsync(() -> pipelines.actionExecution(account, id));
        }
    }

    public Waits(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    /**
     * What {@link Pipelines#awaitActionExecution} answers, or how the action stands when this ends before. Whoever cancels it
     * waits no more.
     */
    public CompletableFuture<ActionExecutionReport> await(Account account, ActionExecutionId id, Duration patience) {
        var asked = pipelines.awaitActionExecution(account, id, patience).toCompletableFuture();
        // a copy, because an answer that comes before its time is no business of the core's future
        Wait wait = new Wait(account, id, asked.copy());
        waiting.add(wait);
        wait.answer().whenComplete((report, failure) -> {
            waiting.remove(wait);
            asked.cancel(false); // so that the core waits no more either, if it still does
        });
        if (ended) { // looked at after adding, so that end() and this cannot both miss the wait
            wait.end(pipelines);
        }
        return wait.answer();
    }

    /** Answers all who wait as their actions stand, now and from now on. */
    public void end() {
        ended = true;
        waiting.forEach(wait -> wait.end(pipelines));
    }
}
