package dev.jobport.bootstrap;

import static java.util.stream.Collectors.joining;

import dev.jobport.adapters.persistence.StoreKind;
import dev.jobport.adapters.persistence.StoreKind.Capability;
import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.adapters.persistence.postgres.PostgresStore;
import dev.jobport.adapters.persistence.sqlite.SqliteStore;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the store that a setting names. The one place that knows them all: a new store adds its line here. */
public final class Stores {

    public static final List<StoreKind> ALL = List.of(
            MemoryStore.KIND, //
            SqliteStore.KIND,
            PostgresStore.KIND);

    private Stores() {}

    /** How each kind of store is named in a setting. */
    public static List<String> forms() {
        return ALL.stream().map(StoreKind::form).toList();
    }

    /**
     * @param setting {@code KIND} or {@code KIND:PLACE}
     * @param secretsKeys the file of the keys that secrets in the store are sealed with; without it they are not
     * @throws CannotStart if there is no such kind, or the keys cannot be read, or the store cannot be opened or would
     *     keep secrets as they are in spite of the keys
     */
    static Store open(String setting, Optional<Path> secretsKeys, MeterRegistry meters) {
        return open(kind(setting), setting, secretsKeys, meters);
    }

    static Store open(StoreKind kind, String setting, Optional<Path> secretsKeys, MeterRegistry meters) {
        try {
            SecretsKeys keys = keys(kind, secretsKeys);
            return kind.opening().open(place(setting), keys, meters);
        } catch (InvalidPathException | UncheckedIOException | Store.Unavailable e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    /** @throws CannotStart if there is no such kind of store, or the keys cannot be read or used */
    static void check(String setting, Optional<Path> secretsKeys) {
        try {
            keys(kind(setting), secretsKeys);
        } catch (UncheckedIOException e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    private static SecretsKeys keys(StoreKind kind, Optional<Path> secretsKeys) {
        SecretsKeys keys = secretsKeys.map(SecretsKeys::read).orElse(SecretsKeys.NONE);
        if (secretsKeys.isPresent() && kind.can(Capability.DURABLE) && !kind.can(Capability.SEALS)) {
            throw new CannotStart("The store '" + kind.form()
                    + "' cannot encrypt secrets; start without a secrets key, or" + " name a store that can.");
        }
        return keys;
    }

    /** What follows the kind. */
    static String place(String setting) {
        return setting.substring(setting.indexOf(':') + 1);
    }

    /** @throws CannotStart if there is no such kind */
    static StoreKind kind(String setting) {
        int colon = setting.indexOf(':');
        String name = colon < 0 ? setting : setting.substring(0, colon);
        boolean hasPlace = colon >= 0 && !setting.substring(colon + 1).isBlank();
        return ALL.stream()
                .filter(kind -> kind.names().contains(name))
                .filter(kind -> kind.place().isPresent() ? hasPlace : colon < 0)
                .findFirst()
                .orElseThrow(() -> new CannotStart("There is no store '" + shown(name, colon) + "'; use one of "
                        + forms().stream().collect(joining(", ")) + "."));
    }

    /** Without the place, which may hold a password. */
    private static String shown(String name, int colon) {
        return colon < 0 ? name : name + ":…";
    }
}
