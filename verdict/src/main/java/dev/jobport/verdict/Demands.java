package dev.jobport.verdict;

import java.util.Set;

/**
 * What has to be so that a verdict is good.
 *
 * @param breaking what is at least so severe breaks it
 * @param required rules that have to be exercised
 */
public record Demands(Severity breaking, Set<RuleId> required) {

    /** Errors break it, and no rule is required. */
    public static final Demands USUAL = new Demands(Severity.ERROR, Set.of());

    public Demands {
        required = Set.copyOf(required);
    }
}
