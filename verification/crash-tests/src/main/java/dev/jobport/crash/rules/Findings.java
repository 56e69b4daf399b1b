package dev.jobport.crash.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What one rule looked at, and what it found wrong. */
final class Findings {

    private final String rule;
    private final List<Violation> violations = new ArrayList<>();
    private long facts;

    Findings(String rule) {
        this.rule = rule;
    }

    /**
     * One fact that must be so.
     *
     * @param subject the id of the job or action, or the name of the action type, that it is about
     * @param otherwise says what is wrong if it is not
     */
    void expect(boolean fact, String subject, Supplier<String> otherwise) {
        facts++;
        if (!fact) {
            violations.add(new Violation(rule, subject, otherwise.get()));
        }
    }

    long facts() {
        return facts;
    }

    List<Violation> violations() {
        return violations;
    }
}
