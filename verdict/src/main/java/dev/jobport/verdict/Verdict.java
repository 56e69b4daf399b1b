package dev.jobport.verdict;

import dev.jobport.verdict.history.Heading;
import java.util.Comparator;
import java.util.List;

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

    /**
     * Broken, if a rule is broken badly enough. Kept, if at least one rule is kept, all that are required have been
     * exercised, and no rule failed.
     */
    public Conclusion conclusion(Demands demands) {
        if (with(Status.BROKEN).stream().anyMatch(it -> it.severity().isAtLeast(demands.breaking()))) {
            return Conclusion.BROKEN;
        }
        boolean enough = !with(Status.KEPT).isEmpty()
                && judgements.stream().allMatch(it -> it.failure().isEmpty())
                && missing(demands).isEmpty();
        return enough ? Conclusion.KEPT : Conclusion.INCONCLUSIVE;
    }

    /** The rules that are required and were not exercised. */
    public List<Judgement> missing(Demands demands) {
        return demands.required().stream()
                .map(this::of)
                .filter(it -> it.status() != Status.KEPT && it.status() != Status.BROKEN)
                .sorted(Comparator.comparing(judgements::indexOf))
                .toList();
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
