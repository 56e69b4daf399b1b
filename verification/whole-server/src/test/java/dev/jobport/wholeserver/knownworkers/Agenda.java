package dev.jobport.wholeserver.knownworkers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Simulated time for many workers: what is due at one moment really happens at once, on threads of its own, and time goes on
 * when all of it is done.
 */
final class Agenda implements AutoCloseable {

    private final ConcurrentSkipListMap<Duration, Queue<Runnable>> due = new ConcurrentSkipListMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Consumer<Duration> pass;
    private volatile Duration now = Duration.ZERO;

    /** @param pass lets time pass for everybody else */
    Agenda(Consumer<Duration> pass) {
        this.pass = pass;
    }

    /** How long this has been going on. */
    Duration now() {
        return now;
    }

    void at(Duration moment, Runnable event) {
        due.computeIfAbsent(moment, any -> new ConcurrentLinkedQueue<>()).add(event);
    }

    void in(Duration delay, Runnable event) {
        at(now.plus(delay), event);
    }

    /** From now on, without end. */
    void every(Duration interval, Runnable event) {
        in(Duration.ZERO, () -> {
            in(interval, () -> every(interval, event));
            event.run();
        });
    }

    /** Lets everything happen up to the moment, that included; what failed fails this. */
    void runUntil(Duration end) {
        while (!due.isEmpty() && due.firstKey().compareTo(end) <= 0) {
            Map.Entry<Duration, Queue<Runnable>> next = due.pollFirstEntry();
            pass.accept(next.getKey().minus(now));
            now = next.getKey();
            List<? extends Future<?>> events =
                    next.getValue().stream().map(threads::submit).toList();
            events.forEach(Agenda::join);
        }
        pass.accept(end.minus(now));
        now = end;
    }

    private static void join(Future<?> event) {
        try {
            event.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
