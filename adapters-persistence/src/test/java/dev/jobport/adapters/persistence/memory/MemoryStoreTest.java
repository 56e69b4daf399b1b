package dev.jobport.adapters.persistence.memory;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.StoreContract;

/** The store in memory keeps the contract. */
class MemoryStoreTest implements StoreContract {

    private final Store store = new MemoryStore();

    @Override
    public Store store() {
        return store;
    }
}
