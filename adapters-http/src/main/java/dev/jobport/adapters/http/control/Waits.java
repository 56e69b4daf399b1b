package dev.jobport.adapters.http.control;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Those who wait for the end of an action execution, so that they are answered before the server stops. */
final class Waits {

    private final Pipelines pipeline;
    private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Waits(Pipelines pipeline) {
        this.pipeline = pipeline;
    }

    CompletableFuture<ActionExecutionReport> await(Account account, ActionExecutionId id, Duration patience) {
        var asked = pipeline.awaitActionExecution(account, id, patience).toCompletableFuture();
        // a copy, because the answer to one that ends before its time is no business of the core's future
        Wait wait = new Wait(account, id, asked.copy());
        waiting.add(wait);
        wait.answer().whenComplete((report, failure) -> {
            waiting.remove(wait);
            asked.cancel(false); // so that the core waits no more either; does nothing to what it has answered
        });
        if (ended) { // looked at after adding, so that end() and this cannot both miss the wait
            wait.end(pipeline);
        }
        return wait.answer();
    }

    void end() {
        ended = true;
        waiting.forEach(wait -> wait.end(pipeline));
    }

    private record Wait(Account account, ActionExecutionId id, CompletableFuture<ActionExecutionReport> answer) {

        void end(Pipelines pipeline) {
            answer.completeAsync(() -> pipeline.actionExecution(account, id));
        }
    }
}
