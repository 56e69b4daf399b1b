package dev.jobport.application.driven;

import java.time.InstantSource;

/**
 * All that has to be kept, in one place that keeps it together. Whoever adds a store implements this and holds it to
 * the contract tests in the module {@code contracts}.
 */
public interface Store extends AutoCloseable {

    JobRepository jobs();

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
