package dev.jobport.verdict.report;

import dev.jobport.verdict.Conclusion;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A suite for each group of rules, and a test case for each rule. */
final class JUnitReport {

    private final Verdict verdict;
    private final Demands demands;
    private final List<String> lines = new ArrayList<>();

    JUnitReport(Verdict verdict, Demands demands) {
        this.verdict = verdict;
        this.demands = demands;
    }

    String xml() {
        Map<String, List<Judgement>> groups = verdict.judgements().stream()
                .collect(Collectors.groupingBy(it -> it.rule().id().group(), LinkedHashMap::new, Collectors.toList()));
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<testsuites name=\"Jobport\">");
        groups.forEach(this::suite);
        if (verdict.conclusion(demands) == Conclusion.INCONCLUSIVE) {
            inconclusive();
        }
        lines.add("</testsuites>");
        return String.join("\n", lines) + "\n";
    }

    private void suite(String group, List<Judgement> judgements) {
        lines.add("  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">"
                .formatted(
                        group,
                        judgements.size(),
                        judgements.stream().filter(this::breaks).count(),
                        judgements.stream()
                                .filter(it -> it.failure().isPresent())
                                .count(),
                        judgements.stream().filter(JUnitReport::isSkipped).count()));
        lines.add("    <properties>");
        property("seed", String.valueOf(verdict.heading().seed()));
        property("ruleSet", verdict.ruleSet());
        lines.add("    </properties>");
        judgements.forEach(this::testcase);
        lines.add("  </testsuite>");
    }

    private void property(String name, String value) {
        lines.add("      <property name=\"%s\" value=\"%s\"/>".formatted(name, escaped(value)));
    }

    private void testcase(Judgement it) {
        String name = "jobport." + it.rule().id().group() + "\" name=\""
                + it.rule().id() + " " + escaped(it.rule().statement());
        if (it.status() == Status.KEPT) {
            lines.add("    <testcase classname=\"" + name + "\"/>");
            return;
        }
        lines.add("    <testcase classname=\"" + name + "\">");
        if (it.failure().isPresent()) {
            lines.add("      <error message=\"%s\"/>".formatted(escaped(Words.whyNot(it))));
        } else if (isSkipped(it)) {
            lines.add("      <skipped message=\"%s\"/>".formatted(escaped(Words.whyNot(it))));
        } else if (breaks(it)) {
            lines.add("      <failure type=\"%s\" message=\"%s\">%s</failure>"
                    .formatted(
                            Words.severity(it),
                            escaped(Words.line(it.broken().get(0).text())),
                            escaped(story(it))));
        } else {
            lines.add("      <system-out>%s</system-out>".formatted(escaped(story(it))));
        }
        lines.add("    </testcase>");
    }

    /** Whatever reads this must not take it for a success. */
    private void inconclusive() {
        lines.add("  <testsuite name=\"verdict\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">");
        lines.add("    <testcase classname=\"jobport.verdict\" name=\"The verdict is conclusive.\">");
        lines.add("      <error message=\"%s\"/>".formatted(escaped(Words.conclusion(verdict, demands))));
        lines.add("    </testcase>");
        lines.add("  </testsuite>");
    }

    private boolean breaks(Judgement it) {
        return it.status() == Status.BROKEN && it.severity().isAtLeast(demands.breaking());
    }

    private static boolean isSkipped(Judgement it) {
        return it.status() != Status.KEPT
                && it.status() != Status.BROKEN
                && it.failure().isEmpty();
    }

    private String story(Judgement judgement) {
        List<String> story = new ArrayList<>();
        for (Finding finding : judgement.broken()) {
            story.add(Words.line(finding.text()));
            EvidenceLines.of(verdict.heading(), finding.evidence()).forEach(line -> story.add("  " + line));
        }
        story.add(judgement.rule().why());
        story.add(judgement.rule().advice());
        return String.join("\n", story);
    }

    /** What XML cannot hold at all is left out. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean legal = c == '\n' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
                    out.append(legal ? Character.toString(c) : "");
                }
            }
        });
        return out.toString();
    }
}
