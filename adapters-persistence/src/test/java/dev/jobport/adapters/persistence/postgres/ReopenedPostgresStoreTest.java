package dev.jobport.adapters.persistence.postgres;

import dev.jobport.contracts.store.ReopenedStore;
import dev.jobport.contracts.store.ReopenedStoreContract;

/** What the store in a PostgreSQL database answers, it answers from the database. */
class ReopenedPostgresStoreTest implements ReopenedStoreContract {

    private final String url = TestDatabase.emptied(ReopenedPostgresStoreTest.class);
    private final ReopenedStore store = new ReopenedStore(() -> PostgresStore.open(url));

    @Override
    public ReopenedStore store() {
        return store;
    }
}
