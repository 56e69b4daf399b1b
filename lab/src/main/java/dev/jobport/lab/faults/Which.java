package dev.jobport.lab.faults;

import java.util.Optional;
import java.util.Set;

/**
 * Which requests a fault is for.
 *
 * @param operations by their names on the wire; any call of the protocol, if there is none
 * @param action only those that speak of a job of this action
 * @param when which of those
 */
public record Which(
        Set<String> operations, Optional<String> action, Optional<String> job, Optional<String> caller, When when) {

    /** All of them. */
    public static final Which ANY =
            new Which(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), When.ALWAYS);

    public Which {
        operations = Set.copyOf(operations);
    }

    public Which on(Set<String> others) {
        return new Which(others, action, job, caller, when);
    }

    public Which ofAction(String id) {
        return new Which(operations, Optional.of(id), job, caller, when);
    }

    public Which ofJob(String id) {
        return new Which(operations, action, Optional.of(id), caller, when);
    }

    public Which ofCaller(String name) {
        return new Which(operations, action, job, Optional.of(name), when);
    }

    public Which when(When other) {
        return new Which(operations, action, job, caller, other);
    }

    boolean matches(Held held) {
        return (operations.isEmpty() ? held.isCall() : operations.contains(held.operation()))
                && (action.isEmpty() || action.equals(held.action()))
                && job.filter(it -> !it.equals(held.member("jobId"))).isEmpty()
                && caller.filter(it -> !it.equals(held.caller())).isEmpty();
    }

    /** As {@link FaultText} reads it. */
    @Override
    public String toString() {
        return (operations.isEmpty()
                        ? "*"
                        : String.join("|", operations.stream().sorted().toList()))
                + when
                + action.map(it -> "!action=" + it).orElse("")
                + job.map(it -> "!job=" + it).orElse("")
                + caller.map(it -> "!caller=" + it).orElse("");
    }
}
