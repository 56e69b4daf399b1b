package dev.jobport.verdict.report;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The broken rules in full, and a table of all. */
final class MarkdownReport {

    private final Verdict verdict;
    private final Demands demands;
    private final List<String> lines = new ArrayList<>();

    MarkdownReport(Verdict verdict, Demands demands) {
        this.verdict = verdict;
        this.demands = demands;
    }

    String text() {
        lines.add("## Job worker: " + escaped(Words.conclusion(verdict, demands)));
        lines.add("");
        lines.add("%s. Seed %d, rules %s, `%s`."
                .formatted(
                        Words.counts(verdict),
                        verdict.heading().seed(),
                        verdict.ruleSet(),
                        Words.line(verdict.heading().worker()).replace('`', '\'')));
        if (verdict.lost() > 0) {
            lines.add(Words.lost(verdict));
        }
        if (!verdict.givenUp().isEmpty()) {
            lines.add("");
            lines.add(escaped(Words.givenUp(verdict)));
        }
        if (!verdict.notServed().isEmpty()) {
            lines.add("");
            lines.add(escaped(Words.notServed(verdict)));
        }
        verdict.with(Status.BROKEN).forEach(this::broken);
        lines.add("");
        lines.add("| rule | | what it says | |");
        lines.add("|---|---|---|---|");
        verdict.judgements()
                .forEach(it -> lines.add("| %s | %s | %s | %s |"
                        .formatted(
                                it.rule().id(),
                                it.status() == Status.BROKEN ? "**broken**, " + Words.severity(it) : it.status(),
                                escaped(it.rule().statement()),
                                escaped(Words.whyNot(it)))));
        return String.join("\n", lines) + "\n";
    }

    private void broken(Judgement judgement) {
        lines.add("");
        lines.add("### %s (%s): %s"
                .formatted(
                        judgement.rule().id(),
                        Words.severity(judgement),
                        escaped(judgement.rule().statement())));
        List<Finding> broken = judgement.broken();
        for (Finding finding : broken.subList(0, Math.min(TextReport.FINDINGS, broken.size()))) {
            lines.add("");
            lines.add(escaped(finding.text()));
            lines.add("");
            EvidenceLines.of(verdict.heading(), finding.evidence()).forEach(line -> lines.add("    " + line));
        }
        if (broken.size() > TextReport.FINDINGS) {
            lines.add("");
            lines.add("And " + Words.count(broken.size() - TextReport.FINDINGS, "more time") + ".");
        }
        lines.add("");
        lines.add(escaped(judgement.rule().why() + " " + judgement.rule().advice()) + " *"
                + escaped(judgement.rule().source().toString()) + ".*");
    }

    /** As it was meant, whatever a worker put into it. */
    private static String escaped(String text) {
        return Words.line(text).replaceAll("([\\\\`*_\\[\\]<>|~&!])", "\\\\$1");
    }
}
