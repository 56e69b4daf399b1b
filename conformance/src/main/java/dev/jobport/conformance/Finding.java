package dev.jobport.conformance;

import dev.jobport.contracts.Clause;
import dev.jobport.verdict.RuleId;
import java.util.Set;

/**
 * What became of one clause for one kind of caller: most clauses hold for custom and for third-party job workers.
 *
 * @param family whom it was asked for
 * @param missing the capabilities that it needs and the endpoint is not said to have
 * @param detail what was expected and what came; if it was kept, what was not looked at, or empty
 */
public record Finding(
        RuleId id,
        String family,
        String statement,
        Clause.Source source,
        String where,
        Outcome outcome,
        Set<Capability> missing,
        String detail) {

    public Finding {
        missing = Set.copyOf(missing);
    }
}
