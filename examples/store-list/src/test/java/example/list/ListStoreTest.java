package example.list;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.StoreContract;

/** The store of lists keeps the contract; all tests are in it. */
class ListStoreTest implements StoreContract {

    private final Store store = new ListStore();

    @Override
    public Store store() {
        return store;
    }
}
