package dev.jobport.crash.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The servers of a run, which share one store. */
final class Servers implements AutoCloseable {

    /** A server that finds its database down does not start; so long it is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StoreUnderTest store;
    private final Transport transport;
    private final Path logs;
    private final AtomicReferenceArray<ServerProcess> running;
    private final AtomicInteger starts = new AtomicInteger();

    Servers(int count, StoreUnderTest store, Transport transport, Path logs) {
        this.store = store;
        this.transport = transport;
        this.logs = logs;
        this.running = new AtomicReferenceArray<>(count);
    }

    int count() {
        return running.length();
    }

    /** Starts those that do not run, all at the same time. */
    void start() {
        IntStream.range(0, count())
                .filter(i -> running.get(i) == null)
                .parallel()
                .forEach(this::start);
    }

    private void start(int number) {
        Path log = logs.resolve("server-" + number + ".log");
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (Instant.now().isBefore(end)) {
                Optional<ServerProcess> server = ServerProcess.start(store.url(number), log, transport);
                if (server.isPresent()) {
                    starts.incrementAndGet();
                    running.set(number, server.get());
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the server does not start any more; see " + log);
    }

    void kill(int number) {
        ServerProcess server = running.getAndSet(number, null);
        if (server != null) {
            server.kill();
        }
    }

    /** One of those that run. */
    Optional<ServerProcess> any(Random random) {
        return Optional.ofNullable(running.get(random.nextInt(count())));
    }

    int starts() {
        return starts.get();
    }

    @Override
    public void close() {
        IntStream.range(0, count()).forEach(this::kill);
    }
}
