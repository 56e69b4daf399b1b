package dev.jobport.benchmarks.load;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.bootstrap.Stores;
import java.util.List;
import java.util.Optional;

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
}
