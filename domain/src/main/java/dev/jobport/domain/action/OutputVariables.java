package dev.jobport.domain.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a custom action hands on to the actions after it, in the order given.
 *
 * @param values by names of {@code [A-Za-z0-9@\-_]}; names and values together at most {@value #MAX_BYTES} bytes of
 *     UTF-8 (CodePipeline User Guide, quotas)
 */
public record OutputVariables(Map<String, String> values) {

    public static final TextConstraint NAME = TextConstraint.pattern("[A-Za-z0-9@\\-_]+");
    public static final TextConstraint VALUE = TextConstraint.length(0, Integer.MAX_VALUE);
    public static final int MAX_BYTES = 122_880;

    public static final OutputVariables NONE = new OutputVariables(Map.of());

    public OutputVariables {
        values.keySet().forEach(NAME::require);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        long bytes = values.entrySet().stream()
                .mapToLong(variable -> bytes(variable.getKey()) + bytes(variable.getValue()))
                .sum();
        if (bytes > MAX_BYTES) {
            throw new Refusal.OutputVariablesSizeExceeded(bytes, MAX_BYTES);
        }
    }

    private static long bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
