package dev.jobport.wholeserver;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.bootstrap.Stores;
import java.nio.file.Path;
import java.util.stream.Stream;

/** New places for tests that are about each store of a server. */
public final class StorePlaces {

    private StorePlaces() {}

    /** What the kinds are called. */
    public static Stream<String> all() {
        return Stores.ALL.stream().map(kind -> kind.names().get(0));
    }

    static Stream<String> durable() {
        return Stores.ALL.stream()
                .filter(kind -> kind.can(Capability.DURABLE))
                .map(kind -> kind.names().get(0));
    }

    /** A setting that names a new store of the kind; whoever adds a kind says here where its tests find a place. */
    public static String make(String kind, Path directory) {
        return switch (kind) {
            case "postgres" -> TestPostgres.create();
            default -> {
                StoreKind of = Stores.ALL.stream()
                        .filter(one -> one.names().contains(kind))
                        .findFirst()
                        .orElseThrow();
                yield of.place().isPresent() ? kind + ":" + directory.resolve("jobport.store") : kind;
            }
        };
    }
}
