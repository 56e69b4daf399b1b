package dev.jobport.application.driven;

import java.time.InstantSource;

/**
 * All that has to be kept, in one place that keeps it together. Whoever adds a store implements this and holds it to
 * the contract tests in the module {@code contracts}.
 */
public interface Store extends AutoCloseable {

    /** What the store is kept in cannot be reached; nothing is wrong with what was asked, and later it may be answered. */
    final class Unavailable extends RuntimeException {

        /** @param message why, in one line for people, without a secret */
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    JobRepository jobs();

    /** Of the same jobs. */
    JobHistory history();

    ActionTypeRepository actionTypes();

    ClientRepository clients();

    /** The time that all who share this store go by, to the millisecond, whatever their own clocks show. */
    InstantSource time();

    /** Whether the store can read and write now. Never throws. */
    boolean isReady();

    /** Gives back all resources. What was kept stays kept. */
    @Override
    void close();
}
