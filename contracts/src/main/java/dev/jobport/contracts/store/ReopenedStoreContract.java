package dev.jobport.contracts.store;

/**
 * All that a {@link StoreContract} asks, of a store that can answer nothing from its memory. To be implemented, in a test
 * class of its own, by whoever implements {@link DurableStoreContract}: that one shows that a restart loses nothing in a
 * few scenes, this one that no value is written differently from how it is read.
 */
public interface ReopenedStoreContract extends StoreContract {

    @Override
    ReopenedStore store();
}
