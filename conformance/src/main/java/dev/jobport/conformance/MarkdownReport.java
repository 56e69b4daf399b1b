package dev.jobport.conformance;

import dev.jobport.cli.Legible;
import java.util.stream.Collectors;

/** The whole table, for a page. */
final class MarkdownReport {

    private MarkdownReport() {}

    static String of(Result result) {
        return "# Conformance of " + result.endpoint()
                + "\n\n| id | for | clause | source | outcome |\n|---|---|---|---|---|\n"
                + result.findings().stream()
                        .map(it -> "| %s | %s | %s | %s: %s | %s |\n"
                                .formatted(
                                        it.id(),
                                        it.family(),
                                        it.statement(),
                                        it.source(),
                                        it.where(),
                                        outcome(result, it)))
                        .collect(Collectors.joining());
    }

    private static String outcome(Result result, Finding it) {
        String known = result.isKnown(it) ? " (known)" : "";
        String why = it.detail()
                .lines()
                .findFirst()
                .map(line -> ": " + Legible.line(line))
                .orElse("");
        return it.outcome() + known + why.replace("|", "\\|");
    }
}
