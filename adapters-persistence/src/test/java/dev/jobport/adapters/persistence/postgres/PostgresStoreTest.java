package dev.jobport.adapters.persistence.postgres;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.DurableStoreContract;

/** The store in a PostgreSQL database keeps the contract, and its content. */
class PostgresStoreTest implements DurableStoreContract {

    private final String url = TestDatabase.create();
    private Store store = PostgresStore.open(url);

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void reopen() {
        store.close();
        store = PostgresStore.open(url);
    }
}
