package dev.jobport.adapters.persistence.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Answers what several callers ask at the same time in one go, one group after the other: the longer a group takes, the
 * more are in the next. A caller that comes when no group is being answered asks for all that wait, on its own thread. So
 * a caller that is alone waits for nobody. If the database rejects a group, each of it is answered alone: one that cannot
 * be answered spoils no other.
 */
final class Group<Q, A> {

    /** Enough to hide the way to the database, few enough to answer soon. */
    static final int LARGEST = 64;

    private final Queue<Call<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final Function<List<Q>, List<A>> answers;

    /** @param answers answers all questions, in their order */
    Group(Function<List<Q>, List<A>> answers) {
        this.answers = answers;
    }

    A ask(Q question) {
        Call<Q, A> call = new Call<>(question, Thread.currentThread());
        waiting.add(call);
        boolean interrupted = false;
        while (!call.isOver) {
            if (!call.isTaken && isBusy.compareAndSet(false, true)) {
                answerWaiting();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return call.result();
    }

    private void answerWaiting() {
        try {
            List<Call<Q, A>> group = takeWaiting();
            if (!group.isEmpty()) {
                answer(group);
            }
        } finally {
            isBusy.set(false);
            Call<Q, A> next = waiting.peek(); // it may have come while this was busy
            if (next != null) {
                LockSupport.unpark(next.caller);
            }
        }
    }

    private List<Call<Q, A>> takeWaiting() {
        List<Call<Q, A>> group = new ArrayList<>();
        Call<Q, A> call;
        while (group.size() < LARGEST && (call = waiting.poll()) != null) {
            call.isTaken = true;
            group.add(call);
        }
        return group;
    }

    private void answer(List<Call<Q, A>> group) {
        try {
            List<A> given =
                    answers.apply(group.stream().map(call -> call.question).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer = given.get(i);
            }
        } catch (StatementRejected e) {
            if (group.size() > 1) {
                group.forEach(call -> answer(List.of(call)));
                return;
            }
            group.get(0).failure = e;
        } catch (RuntimeException | Error e) {
            group.forEach(call -> call.failure = e);
        }
        group.forEach(Call::over);
    }

    private static final class Call<Q, A> {

        private final Q question;
        private final Thread caller;
        private A answer;
        private Throwable failure;
        private volatile boolean isTaken;
        private volatile boolean isOver;

        Call(Q question, Thread caller) {
            this.question = question;
            this.caller = caller;
        }

        void over() {
            isOver = true;
            LockSupport.unpark(caller);
        }

        A result() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            return answer;
        }
    }
}
