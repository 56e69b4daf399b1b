package dev.jobport.adapters.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does what may never end, such as to read from a file system that hangs, on a thread of its own, and waits only so long.
 * Only one thread at a time may use it.
 */
final class Patience {

    /** A thread that hangs cannot be ended; with these, nothing new is tried until one of them ends by itself. */
    static final int MAX_HANGING = 4;

    private final Duration limit;
    private final List<FutureTask<?>> hanging = new ArrayList<>();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /**
     * What the task gives, or nothing if it did not end in time; what it gives later is dropped.
     *
     * @throws RuntimeException that of the task
     */
    <T> Optional<T> await(Supplier<T> task) {
        hanging.removeIf(FutureTask::isDone);
        if (hanging.size() == MAX_HANGING) {
            return Optional.empty();
        }
        FutureTask<T> trial = new FutureTask<>(task::get);
        Thread thread = new Thread(trial, "operator-file");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(trial.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            hanging.add(trial);
            return Optional.empty();
        } catch (InterruptedException e) {
            hanging.add(trial);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
