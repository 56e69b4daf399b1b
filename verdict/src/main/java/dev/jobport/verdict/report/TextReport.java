package dev.jobport.verdict.report;

import dev.jobport.verdict.Conclusion;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The broken rules with their evidence, and a line for the others. */
final class TextReport {

    /** Of one rule; more of the same say nothing new. */
    static final int FINDINGS = 3;

    private final Verdict verdict;
    private final Demands demands;
    private final List<String> lines = new ArrayList<>();

    TextReport(Verdict verdict, Demands demands) {
        this.verdict = verdict;
        this.demands = demands;
    }

    String text() {
        lines.add("Jobport: %s (seed %d, rules %s)"
                .formatted(Words.conclusion(verdict, demands), verdict.heading().seed(), verdict.ruleSet()));
        verdict.with(Status.BROKEN).forEach(this::broken);
        lines.add("");
        lines.add(Words.counts(verdict));
        others(Status.EXEMPT);
        others(Status.NOT_EXERCISED);
        others(Status.NOT_OBSERVABLE);
        if (!verdict.givenUp().isEmpty()) {
            indent(Words.givenUp(verdict));
        }
        if (!verdict.notServed().isEmpty()) {
            indent(Words.notServed(verdict));
        }
        if (verdict.conclusion(demands) == Conclusion.BROKEN) {
            verdict.doubts().forEach(it -> indent(Words.line(it)));
        }
        verdict.judgements()
                .forEach(it -> it.failure().ifPresent(why -> indent(it.rule().id() + ": " + Words.line(why))));
        if (verdict.lost() > 0) {
            indent(Words.lost(verdict));
        }
        return String.join("\n", lines) + "\n";
    }

    private void broken(Judgement judgement) {
        lines.add("");
        lines.add("%s %s  %s"
                .formatted(
                        judgement.rule().id(),
                        Words.severity(judgement),
                        judgement.rule().statement()));
        indent(judgement.rule().source().toString());
        List<Finding> broken = judgement.broken();
        for (Finding finding : broken.subList(0, Math.min(FINDINGS, broken.size()))) {
            indent(Words.line(finding.text()));
            EvidenceLines.of(verdict.heading(), finding.evidence()).forEach(line -> indent("  " + line));
        }
        if (broken.size() > FINDINGS) {
            indent("And " + Words.count(broken.size() - FINDINGS, "more time") + ".");
        }
        indent(judgement.rule().why());
        indent(judgement.rule().advice());
    }

    private void others(Status status) {
        List<Judgement> those = verdict.with(status);
        if (!those.isEmpty()) {
            indent(those.stream()
                    .map(it -> it.rule().id().toString())
                    .collect(Collectors.joining(" ", status + ": ", "")));
        }
    }

    private void indent(String line) {
        lines.add("    " + line);
    }
}
