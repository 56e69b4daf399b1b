package dev.jobport.crash.rules;

import dev.jobport.crash.history.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges a history: what callers were told and what the store held in the end must agree with each other and with the
 * protocol. A call without an answer may have happened or not; whatever then follows must fit one of the two.
 */
public final class Checker {

    /** The protocol's invariants, and what they rest on: an answer is never taken back. */
    static final List<Rule> RULES = Stream.of(
                    Offers.RULES,
                    Nonces.RULES,
                    Commands.RULES,
                    Durability.RULES,
                    Lives.RULES,
                    Actions.RULES,
                    ActionTypes.RULES)
            .flatMap(List::stream)
            .toList();

    private Checker() {}

    /**
     * @param facts how many were looked at, by rule
     * @param violations empty if the history is sound
     */
    public record Verdict(Map<String, Long> facts, List<Violation> violations) {

        public long allFacts() {
            return facts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public static Verdict check(History history) {
        Evidence evidence = Evidence.of(history);
        Map<String, Long> facts = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Rule rule : RULES) {
            Findings findings = new Findings(rule.sentence());
            rule.check().accept(evidence, findings);
            facts.put(rule.sentence(), findings.facts());
            violations.addAll(findings.violations());
        }
        return new Verdict(facts, violations);
    }
}
