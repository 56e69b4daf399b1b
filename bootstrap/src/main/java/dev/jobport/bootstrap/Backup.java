package dev.jobport.bootstrap;

import dev.jobport.adapters.persistence.StoreKind;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Copies the store that a setting names, if its kind can be copied from here. */
public final class Backup {

    private Backup() {}

    /** @throws CannotStart if the store is of another kind, or cannot be copied; the message says why */
    public static void of(String store, Path to) {
        StoreKind.Copying copying = Stores.kind(store)
                .copying()
                .orElseThrow(() -> new CannotStart("Only " + copied()
                        + " is copied so; another store is backed up with the tools of what it is kept"
                        + " in, such as pg_dump."));
        try {
            copying.copy(Stores.place(store), to);
        } catch (InvalidPathException | UncheckedIOException e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    private static String copied() {
        return Stores.ALL.stream()
                .filter(kind -> kind.copying().isPresent())
                .map(StoreKind::form)
                .collect(Collectors.joining(" or "));
    }
}
