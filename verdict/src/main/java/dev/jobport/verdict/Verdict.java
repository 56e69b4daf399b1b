package dev.jobport.verdict;

import dev.jobport.verdict.history.Heading;
import java.util.List;
import java.util.Set;

/**
 * What became of every rule of a set.
 *
 * @param ruleSet its date, such as {@code 2026-1}
 * @param heading of the history that was judged
 * @param lost how many of its oldest events were not there any more
 */
public record Verdict(String ruleSet, Heading heading, long lost, List<Judgement> judgements) {

    public Verdict {
        judgements = List.copyOf(judgements);
    }

    public Judgement of(RuleId id) {
        return judgements.stream()
                .filter(it -> it.rule().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The rules of " + ruleSet + " know no " + id + "."));
    }

    public List<Judgement> with(Status status) {
        return judgements.stream().filter(it -> it.status() == status).toList();
    }

    /** Errors break it, and no rule is required. */
    public Conclusion conclusion() {
        return conclusion(Severity.ERROR, Set.of());
    }

    /**
     * Broken, if a rule is broken by what is at least so severe. Kept, if at least one rule is kept, all that are
     * required have been exercised, and no rule failed.
     */
    public Conclusion conclusion(Severity breaking, Set<RuleId> required) {
        if (with(Status.BROKEN).stream().anyMatch(it -> it.severity().isAtLeast(breaking))) {
            return Conclusion.BROKEN;
        }
        boolean enough = !with(Status.KEPT).isEmpty()
                && judgements.stream().allMatch(it -> it.failure().isEmpty())
                && required.stream().map(this::of).allMatch(Verdict::isExercised);
        return enough ? Conclusion.KEPT : Conclusion.INCONCLUSIVE;
    }

    private static boolean isExercised(Judgement it) {
        return it.status() == Status.KEPT || it.status() == Status.BROKEN;
    }

    /** @throws AssertionError if one of these rules is not kept, and be it that nothing exercised it */
    public void assertKept(String... ids) {
        for (String id : ids) {
            Judgement it = of(RuleId.of(id));
            if (it.status() != Status.KEPT) {
                throw new AssertionError(
                        "%s is %s: %s %s".formatted(id, it.status(), it.rule().statement(), reason(it)));
            }
        }
    }

    private static String reason(Judgement it) {
        if (it.failure().isPresent()) {
            return it.failure().get();
        }
        return switch (it.status()) {
            case NOT_EXERCISED -> "To exercise it: " + it.rule().exercisedBy() + ".";
            case NOT_OBSERVABLE -> "To see it, watch from " + it.rule().needs() + ".";
            default -> it.findings().stream().map(Finding::text).findFirst().orElse("");
        };
    }
}
