package dev.jobport.architecture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;

/** What an adapter is for. Rules speak of roles, so a new adapter is guarded on the day on which its package appears. */
enum Role {
    /** A transport: it asks driving ports. */
    DRIVING,
    /** It answers a driven port. */
    DRIVEN,
    /** Driven too: each package in it that holds a {@code Store} is a store, and the others are what stores share. */
    STORES,
    /** What transports speak, whatever carries it: it asks driving ports, and knows no transport. */
    PROTOCOL,
    /** What transports share: it knows none of them. */
    SHARED;

    /** Each package directly in {@code adapters}. One that does not stand here may see neither side of the application. */
    private static final Map<String, Role> OF_ADAPTERS = Map.of(
            "http", DRIVING,
            "grpc", DRIVING,
            "wire", PROTOCOL,
            "identity", SHARED,
            "persistence", STORES,
            "credentials", DRIVEN);

    static Set<String> declared() {
        return OF_ADAPTERS.keySet();
    }

    /** The adapters of this role, by the names of their packages. */
    Set<String> adapters() {
        return OF_ADAPTERS.entrySet().stream()
                .filter(adapter -> adapter.getValue() == this)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
