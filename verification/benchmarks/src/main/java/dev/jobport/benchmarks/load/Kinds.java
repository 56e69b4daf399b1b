package dev.jobport.benchmarks.load;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.bootstrap.Stores;
import dev.jobport.bootstrap.TemporaryDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The kinds of stores that the server knows, and new places for them. */
final class Kinds {

    private Kinds() {}

    /** Those that were asked for, or one of each. */
    static List<String> orAll(List<String> asked) {
        return asked != null
                ? asked
                : Stores.ALL.stream().map(kind -> kind.names().get(0)).toList();
    }

    static Optional<StoreKind> named(String name) {
        return Stores.ALL.stream().filter(kind -> kind.names().contains(name)).findFirst();
    }

    /** Whether it is kept in a database server, which servers share, and not in a file. */
    static boolean isDatabase(String name) {
        return named(name).filter(kind -> kind.can(Capability.SHARED)).isPresent();
    }

    /**
     * Hands on a setting of this store that nobody has used, and removes what is there afterwards.
     *
     * @param store the name of a kind, or a setting, which is handed on as it is
     */
    static void atNewPlace(String store, Consumer<String> use) {
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            if (isDatabase(store)) {
                try (Databases own = Databases.start(directory.file("database"))) {
                    use.accept(own.create("speed"));
                }
            } else {
                boolean isFile = named(store).flatMap(StoreKind::place).isPresent();
                use.accept(isFile ? store + ":" + directory.file("jobport.store") : store);
            }
        }
    }
}
