package dev.jobport.adapters.persistence.postgres;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.DurableStoreContract;
import dev.jobport.contracts.store.SharedStoreContract;

/** The store in a PostgreSQL database keeps the contract, and its content, and may be shared. */
class PostgresStoreTest implements DurableStoreContract, SharedStoreContract {

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

    @Override
    public Store another() {
        return PostgresStore.open(url + "?ApplicationName=another");
    }

    @Override
    public void crash(Store another) {
        TestDatabase.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + url.replaceFirst(".*/", "") + "' AND application_name = 'another'");
    }

    @Override
    public long bytes() {
        return TestDatabase.size(url);
    }
}
