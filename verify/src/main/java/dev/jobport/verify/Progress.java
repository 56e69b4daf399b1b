package dev.jobport.verify;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.rules.RuleSet;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells people how far it is: a line for each scenario when it is over. It names no broken rules, because what the worker
 * does next may still put one right.
 */
final class Progress {

    private final Consumer<String> lines;
    private final RuleSet rules;

    Progress(Consumer<String> lines, RuleSet rules) {
        this.lines = lines;
        this.rules = rules;
    }

    void begins(Lab lab) {
        lines.accept(lab + ", rules " + rules.date());
    }

    void ends(Scenario scenario, Duration took, boolean isGivenUp) {
        lines.accept(String.format(
                Locale.ROOT,
                " %-9s %-54s %5.1f s%s",
                scenario.group(),
                scenario.name(),
                took.toMillis() / 1000.0,
                isGivenUp ? "  given up" : ""));
    }
}
