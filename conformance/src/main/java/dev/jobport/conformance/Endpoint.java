package dev.jobport.conformance;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.conformance.wire.Key;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked, and what it is said to be capable of.
 *
 * @param time by which requests are signed
 * @param keys of all callers, by their names
 * @param stranger who may touch jobs of {@code Test/Strangers/1} only, of either owner
 * @param administrator who may change action types while the caller may not
 * @param foreigners of another account, and of the same account in another region
 * @param control how actions start and are looked at
 * @param capabilities besides those that follow from what else is given
 */
public record Endpoint(
        URI uri,
        InstantSource time,
        Map<String, Key> keys,
        Caller caller,
        Optional<Caller> stranger,
        Optional<Caller> administrator,
        List<Caller> foreigners,
        Optional<Control> control,
        Optional<PassTime> passTime,
        Set<Capability> capabilities) {

    /** The pipelines' and the operators' side. */
    public record Control(Pipelines pipelines, Operators operators) {}

    public Endpoint {
        keys = Map.copyOf(keys);
        foreigners = List.copyOf(foreigners);
        capabilities = Set.copyOf(capabilities);
    }

    boolean has(Capability capability) {
        return switch (capability) {
            case START_ACTIONS -> control.isPresent();
            case PASS_TIME -> passTime.isPresent();
            case SECOND_CALLER -> stranger.isPresent() && administrator.isPresent();
            case OTHER_ACCOUNT -> !foreigners.isEmpty();
            default -> capabilities.contains(capability);
        };
    }
}
