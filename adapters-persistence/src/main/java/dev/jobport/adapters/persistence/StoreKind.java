package dev.jobport.adapters.persistence;

import dev.jobport.adapters.persistence.format.SecretsKeys;
import dev.jobport.application.driven.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of store: how a setting names it, what it can do, and how it is opened. Each store has one as its constant
 * {@code KIND}.
 *
 * @param names what a setting begins with; the first is shown
 * @param place what follows the name and a colon in a setting, as it is shown; absent if nothing does
 * @param capabilities which decide to which contracts the store is held
 * @param copying how a store is copied; absent if that is left to what it is kept in
 */
public record StoreKind(
        List<String> names,
        Optional<String> place,
        Set<Capability> capabilities,
        Opening opening,
        Optional<Copying> copying) {

    /** What some stores can do and others cannot. */
    public enum Capability {
        /** Keeps its content when it is closed. */
        DURABLE,
        /** May be opened by several servers at the same time. */
        SHARED,
        /** Keeps no secret as it is if it is given a key. */
        SEALS
    }

    /** Opens a store. */
    @FunctionalInterface
    public interface Opening {

        /**
         * @param keys that secrets are sealed with; each that was used must be there
         * @param meters where the store may count
         * @throws java.io.UncheckedIOException or {@link java.nio.file.InvalidPathException} or {@link Store.Unavailable} if
         *     that cannot be; the message says in one sentence, fit to be shown, why and what to do
         */
        Store open(String place, SecretsKeys keys, MeterRegistry meters);
    }

    /** Copies a store into a new file, whether a server has it open or not. */
    @FunctionalInterface
    public interface Copying {

        /**
         * @throws java.io.UncheckedIOException or {@link java.nio.file.InvalidPathException} if that cannot be; the
         *     message says in one sentence, fit to be shown, why
         */
        void copy(String place, Path to);
    }

    /** Of stores that are not copied from here. */
    public StoreKind(List<String> names, Optional<String> place, Set<Capability> capabilities, Opening opening) {
        this(names, place, capabilities, opening, Optional.empty());
    }

    public StoreKind {
        names = List.copyOf(names);
        capabilities = Set.copyOf(capabilities);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** How a setting names it: {@code KIND} or {@code KIND:PLACE}. */
    public String form() {
        return names.get(0) + place.map(it -> ":" + it).orElse("");
    }
}
