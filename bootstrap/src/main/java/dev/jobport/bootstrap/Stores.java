package dev.jobport.bootstrap;

import dev.jobport.adapters.persistence.memory.MemoryStore;
import dev.jobport.adapters.persistence.postgres.PostgresStore;
import dev.jobport.adapters.persistence.sql.SecretsKeys;
import dev.jobport.adapters.persistence.sqlite.SqliteStore;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Opens the store that a setting names. The one place that knows them all: a new store adds its line here. */
final class Stores {

    private interface Opening {
        Store open(String place, SecretsKeys keys, MeterRegistry meters);
    }

    private static final Map<String, Opening> BY_KIND = Map.of(
            "memory",
            (place, keys, meters) -> new MemoryStore(),
            "sqlite",
            (place, keys, meters) -> SqliteStore.open(Path.of(place), keys, meters),
            "postgres",
            Stores::postgres,
            "postgresql",
            Stores::postgres); // as the database's own tools spell it

    private Stores() {}

    private static Store postgres(String place, SecretsKeys keys, MeterRegistry meters) {
        return PostgresStore.open(place, keys, meters);
    }

    /**
     * @param setting {@code KIND} or {@code KIND:PLACE}
     * @param secretsKeys the file of the keys that secrets in the store are sealed with; without it they are not
     * @throws CannotStart if there is no such kind, or the keys cannot be read or the store cannot be opened
     */
    static Store open(String setting, Optional<Path> secretsKeys, MeterRegistry meters) {
        int colon = setting.indexOf(':');
        String kind = colon < 0 ? setting : setting.substring(0, colon);
        String place = setting.substring(colon + 1);
        if (!BY_KIND.containsKey(kind) || (colon < 0) != kind.equals("memory") || place.isBlank()) {
            throw new CannotStart(
                    "There is no store '" + shown(kind, colon) + "'; use memory, sqlite:PATH or postgres:URL.");
        }
        try {
            SecretsKeys keys = secretsKeys.map(SecretsKeys::read).orElse(SecretsKeys.NONE);
            return BY_KIND.get(kind).open(place, keys, meters);
        } catch (InvalidPathException | UncheckedIOException e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    /** Without the place, which may hold a password. */
    private static String shown(String kind, int colon) {
        return colon < 0 ? kind : kind + ":…";
    }
}
