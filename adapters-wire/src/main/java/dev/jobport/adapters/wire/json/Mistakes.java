package dev.jobport.adapters.wire.json;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request so far. */
final class Mistakes {

    /** More than anybody reads; a request full of mistakes must not make an answer many times its size. */
    private static final int MAX_VIOLATIONS = 100;

    private final List<Violation> violations = new ArrayList<>();
    private Violation brokenRule;

    int count() {
        return violations.size() + (brokenRule == null ? 0 : 1);
    }

    boolean isFull() {
        return violations.size() == MAX_VIOLATIONS;
    }

    /**
     * A sentence tells that members which are good do not go together. It is told only if nothing else is wrong, and only
     * the first one.
     */
    void add(Violation violation) {
        if (violation.isSentence()) {
            brokenRule = brokenRule == null ? violation : brokenRule;
        } else if (!isFull()) {
            violations.add(violation);
        }
    }

    /** @throws Refusal.Validation with everything that is wrong, if anything is */
    void check() {
        if (!violations.isEmpty()) {
            throw new Refusal.Validation(violations);
        }
        if (brokenRule != null) {
            throw new Refusal.Validation(brokenRule);
        }
    }
}
