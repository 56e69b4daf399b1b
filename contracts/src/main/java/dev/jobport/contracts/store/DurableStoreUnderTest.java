package dev.jobport.contracts.store;

/** A store that keeps its content when it is closed. */
public interface DurableStoreUnderTest extends StoreUnderTest {

    /** Closes the store and opens the same place again; {@link #store()} returns the new one from then on. */
    void reopen();
}
