package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.DurableStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The store in an SQLite file keeps the contract, and its content. */
class SqliteStoreTest implements DurableStoreContract {

    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(directory.resolve("jobport.db"));
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void reopen() {
        store.close();
        open();
    }
}
