package dev.jobport.bootstrap.cli;

import dev.jobport.cli.Legible;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what it was given, the latest first, when it is closed itself or when a signal ends the program before. */
final class OnExit implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    OnExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    synchronized <T extends AutoCloseable> T close(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("jobport: " + Legible.line(String.valueOf(e.getMessage())));
            }
        }
    }
}
