package dev.jobport.conformance;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.conformance.wire.Key;
import java.net.URI;
import java.time.Duration;
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
 * @param starting how actions start
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
        Optional<Starting> starting,
        Optional<PassTime> passTime,
        Set<Capability> capabilities) {

    /** How actions start. */
    public sealed interface Starting {}

    /** The pipelines' and the operators' side, which also shows what becomes of actions. */
    public record Control(Pipelines pipelines, Operators operators) implements Starting {}

    /**
     * By AWS's own operations on pipelines.
     *
     * @param role ARN of the role that the pipelines name
     * @param bucket which they name as their artifact store
     * @param patience the longest wait for each step of a pipeline
     */
    public record ByPipelines(String role, String bucket, Duration patience) implements Starting {}

    /**
     * By a program. It is started once for each action, without a shell, and is given one JSON object on its standard
     * input. If it ends with 0, the action has started.
     *
     * @param command the program and its arguments
     * @param patience the longest that it may take
     */
    public record ByCommand(List<String> command, Duration patience) implements Starting {

        public ByCommand {
            command = List.copyOf(command);
        }
    }

    public Endpoint {
        keys = Map.copyOf(keys);
        foreigners = List.copyOf(foreigners);
        capabilities = Set.copyOf(capabilities);
    }

    /** Who makes and deletes action types. */
    Caller administering() {
        return administrator.orElse(caller);
    }

    Optional<Control> control() {
        return starting.filter(Control.class::isInstance).map(Control.class::cast);
    }

    boolean has(Capability capability) {
        return switch (capability) {
            case START_ACTIONS -> starting.isPresent();
            case STOP_ACTIONS ->
                starting.filter(it -> !(it instanceof ByCommand)).isPresent();
            case CONTROL -> control().isPresent();
            case PASS_TIME -> passTime.isPresent();
            case SECOND_CALLER -> stranger.isPresent() && administrator.isPresent();
            case OTHER_ACCOUNT -> !foreigners.isEmpty();
            default -> capabilities.contains(capability);
        };
    }
}
