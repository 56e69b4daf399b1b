package dev.jobport.verify;

import dev.jobport.lab.Lab;
import java.time.Duration;

/** A worker that runs. Whatever is done to it, and its end, is written into the lab's history. */
interface Worker {

    boolean isAlive();

    /**
     * Asks it to end (SIGTERM), and waits.
     *
     * @return whether it has ended by then
     */
    boolean askToEnd(Duration grace);

    /** Ends it, and all that it started. */
    void kill();

    /** Its last lines, without secrets. */
    String lastWords();

    /** Starts workers of one sort. */
    interface Starter {

        /** @throws CannotRun if there is no such program */
        Worker start(Lab lab) throws CannotRun;

        /** Whether it is a process, so that it can be killed, and its output be seen. */
        boolean isProcess();

        /** For reports. */
        String name();
    }

    /** The worker's program cannot be started. */
    final class CannotRun extends Exception {

        private static final long serialVersionUID = 1;

        CannotRun(String message) {
            super(message);
        }
    }
}
