package dev.jobport.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What became of one rule.
 *
 * @param opportunities how often it could have been broken
 * @param findings those that broke it, and those that are excused
 * @param failure why the rule itself could not judge
 */
public record Judgement(Rule rule, Status status, int opportunities, List<Finding> findings, Optional<String> failure) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** The worst of what broke it; the rule's own if nothing did. */
    public Severity severity() {
        return broken().stream()
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(rule.severity());
    }

    public List<Finding> broken() {
        return findings.stream().filter(it -> !it.isExcused()).toList();
    }
}
