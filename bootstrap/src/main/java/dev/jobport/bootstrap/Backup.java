package dev.jobport.bootstrap;

import dev.jobport.adapters.persistence.sqlite.SqliteStore;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Copies the store that a setting names, if its kind can be copied from here. */
public final class Backup {

    private static final String SQLITE = "sqlite:";

    private Backup() {}

    /** @throws CannotStart if the store is of another kind, or cannot be copied; the message says why */
    public static void of(String store, Path to) {
        if (!store.startsWith(SQLITE)) {
            throw new CannotStart("Only a SQLite store is copied so; a PostgreSQL database is backed up with pg_dump.");
        }
        try {
            SqliteStore.backUp(Path.of(store.substring(SQLITE.length())), to);
        } catch (InvalidPathException | UncheckedIOException e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }
}
