package dev.jobport.adapters.grpc;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Those who wait for the end of an action execution. A peer that goes ends its wait; a server that stops ends all. */
final class Waits implements AutoCloseable {

    private final Pipelines port;
    private final Executor threads;
    private final Set<Wait> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** @param threads that write the answers: whoever ended the action must not wait for a slow reader */
    Waits(Pipelines port, Executor threads) {
        this.port = port;
        this.threads = threads;
    }

    private record Wait(Account account, ActionExecutionId id, CompletableFuture<ActionExecutionReport> answer) {

        void end(Pipelines port, Executor threads) {
            answer.completeAsync(() -> port.actionExecution(account, id), threads);
        }
    }

    <A> void await(
            Account account,
            ActionExecutionId id,
            Duration patience,
            StreamObserver<A> to,
            Function<ActionExecutionReport, A> telling) {
        var asked = port.awaitActionExecution(account, id, patience).toCompletableFuture();
        // a copy, because an answer that comes before its time is no business of the core's future
        Wait wait = new Wait(account, id, asked.copy());
        ((ServerCallStreamObserver<A>) to)
                .setOnCancelHandler(() -> wait.answer().cancel(false));
        waiting.add(wait);
        wait.answer()
                .whenCompleteAsync(
                        (report, failure) -> {
                            waiting.remove(wait);
                            asked.cancel(false); // so that the core waits no more either, if it still does
                            if (wait.answer().isCancelled()) {
                                return; // there is nobody to answer
                            }
                            if (failure == null) {
                                Answers.send(to, telling.apply(report));
                            } else {
                                to.onError(Refusals.told(
                                        failure instanceof CompletionException ? failure.getCause() : failure));
                            }
                        },
                        threads);
        if (ended) { // looked at after adding, so that close() and this cannot both miss the wait
            wait.end(port, threads);
        }
    }

    int waiting() {
        return waiting.size();
    }

    /** Answers all as their actions stand. */
    @Override
    public void close() {
        ended = true;
        waiting.forEach(wait -> wait.end(port, threads));
    }
}
