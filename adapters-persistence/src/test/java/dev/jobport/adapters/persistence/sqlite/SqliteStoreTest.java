package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.DurableStoreContract;
import dev.jobport.contracts.store.ExclusiveStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The store in an SQLite file keeps the contract, and its content. */
class SqliteStoreTest implements DurableStoreContract, ExclusiveStoreContract {

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

    @Override
    public Store another() {
        return SqliteStore.open(directory.resolve("jobport.db"));
    }

    @Override
    public long bytes() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
