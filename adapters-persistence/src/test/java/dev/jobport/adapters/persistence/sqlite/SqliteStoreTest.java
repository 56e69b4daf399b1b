package dev.jobport.adapters.persistence.sqlite;

import dev.jobport.adapters.persistence.sql.Session;
import dev.jobport.application.driven.Store;
import dev.jobport.contracts.store.DamageContract;
import dev.jobport.contracts.store.DurableStoreContract;
import dev.jobport.contracts.store.ExclusiveStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The store in an SQLite file keeps the contract, and its content. */
class SqliteStoreTest implements DurableStoreContract, DamageContract, ExclusiveStoreContract {

    @TempDir
    Path directory;

    private static final List<String> TABLES = List.of("action_type", "client", "action_execution", "job");
    private static final List<String> WRITES = List.of("INSERT", "UPDATE", "DELETE");

    private Path file;
    private Store store;

    @BeforeEach
    void open() {
        file = NewFile.in(directory);
        store = SqliteStore.open(file);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void reopen() {
        store.close();
        store = SqliteStore.open(file);
    }

    @Override
    public Store another() {
        return SqliteStore.open(file);
    }

    /** A copy, made while the store is open, is what a server that is killed leaves: all is in the log since it was opened. */
    @Override
    public void crash(UnaryOperator<byte[]> end) {
        try {
            Path left = Files.createDirectory(directory.resolve("left")).resolve("jobport.db");
            Files.copy(file, left);
            Files.write(log(left), end.apply(Files.readAllBytes(log(file))));
            store.close();
            file = left;
            store = SqliteStore.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    @Override
    public void failWrites() {
        onEachTable((table, write) -> "CREATE TRIGGER %s_%s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, 'no room'); END"
                .formatted(table, write, write, table));
    }

    @Override
    public void mend() {
        onEachTable((table, write) -> "DROP TRIGGER %s_%s".formatted(table, write));
    }

    private void onEachTable(BinaryOperator<String> sql) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        try (Session session = new Session(database)) {
            for (String table : TABLES) {
                for (String write : WRITES) {
                    session.execute(sql.apply(table, write));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long room() {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
