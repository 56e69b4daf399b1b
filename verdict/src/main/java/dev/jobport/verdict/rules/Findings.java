package dev.jobport.verdict.rules;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Rule;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.history.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the check of one rule found. */
final class Findings {

    private final Rule rule;
    private final List<Finding> findings = new ArrayList<>();
    private int kept;

    Findings(Rule rule) {
        this.rule = rule;
    }

    /** Here it could have been broken, and was not. */
    void kept() {
        kept++;
    }

    void broken(String text, Event... evidence) {
        judge(Optional.empty(), text, evidence);
    }

    /** Broken, unless there is an excuse. */
    void judge(Optional<String> excuse, String text, Event... evidence) {
        judge(
                excuse,
                rule.severity(),
                text,
                Stream.of(evidence).map(Evidence::of).toList());
    }

    void judge(Optional<String> excuse, Severity severity, String text, List<Evidence> evidence) {
        findings.add(new Finding(text, severity, excuse, evidence));
    }

    Judgement judgement() {
        return new Judgement(rule, status(), kept + findings.size(), findings, Optional.empty());
    }

    private Status status() {
        if (findings.stream().anyMatch(it -> !it.isExcused())) {
            return Status.BROKEN;
        }
        if (kept > 0) {
            return Status.KEPT;
        }
        return findings.isEmpty() ? Status.NOT_EXERCISED : Status.EXEMPT;
    }
}
