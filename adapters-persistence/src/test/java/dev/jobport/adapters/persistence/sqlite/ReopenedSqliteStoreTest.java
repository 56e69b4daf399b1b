package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.contracts.store.ReopenedStore;
import dev.jobport.contracts.store.ReopenedStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the store in an SQLite file answers, it answers from the file. */
class ReopenedSqliteStoreTest implements ReopenedStoreContract {

    @TempDir
    Path directory;

    private ReopenedStore store;

    @BeforeEach
    void open() {
        Path file = NewFile.in(directory);
        store = new ReopenedStore(() -> SqliteStore.open(file));
    }

    @Override
    public ReopenedStore store() {
        return store;
    }
}
