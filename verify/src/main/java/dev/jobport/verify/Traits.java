package dev.jobport.verify;

import dev.jobport.lab.Action;
import dev.jobport.lab.TypeOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the action type of the worker is like, and so each of its jobs.
 *
 * @param inputs the names of the artifacts that each job reads, and what is in them if the author says
 * @param outputs the names of those that each job stores
 * @param query the property by which the worker polls, and the value that it asks for; at most one
 * @param secrets properties that nobody but the worker may see
 */
record Traits(
        Map<String, Optional<byte[]>> inputs,
        List<String> outputs,
        Map<String, String> query,
        Map<String, String> secrets) {

    /** Any configuration, and no artifacts. */
    static final Traits NONE = new Traits(Map.of(), List.of(), Map.of(), Map.of());

    boolean hasArtifacts() {
        return !inputs.isEmpty() || !outputs.isEmpty();
    }

    /** @param others the names of all properties that a job may have */
    void describe(TypeOptions type, Set<String> others) {
        if (hasArtifacts()) {
            type.inputArtifacts(inputs.size(), inputs.size()).outputArtifacts(outputs.size(), outputs.size());
        }
        Set<String> declared = properties(others);
        query.keySet().forEach(type::queryable);
        secrets.keySet().forEach(type::secret);
        declared.removeAll(query.keySet());
        declared.removeAll(secrets.keySet());
        declared.forEach(type::property);
    }

    /** All that have to be declared: none, as long as no property is special. */
    Set<String> properties(Set<String> others) {
        Set<String> all = new LinkedHashSet<>();
        if (!query.isEmpty() || !secrets.isEmpty()) {
            Stream.of(query.keySet(), secrets.keySet(), others).forEach(all::addAll);
        }
        return all;
    }

    void give(Action.Input job) {
        job.configuration(query).configuration(secrets);
        inputs.forEach((name, content) ->
                content.ifPresentOrElse(bytes -> job.inputArtifact(name, bytes), () -> job.inputArtifact(name)));
        outputs.forEach(job::outputArtifact);
    }
}
