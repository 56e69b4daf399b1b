package dev.jobport.verdict;

import dev.jobport.verdict.history.Heading;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of every rule of a set.
 *
 * @param ruleSet its date, such as {@code 2026-1}
 * @param heading of the history that was judged
 * @param lost how many of its oldest events were not there any more
 * @param doubts why all that was kept proves too little, such as that no job was ever taken
 * @param givenUp the scenarios in which what was waited for did not come
 * @param notServed the operations that only AWS serves, and by which no rule judges
 */
public record Verdict(
        String ruleSet,
        Heading heading,
        long lost,
        List<String> doubts,
        List<String> givenUp,
        List<String> notServed,
        List<Judgement> judgements) {

    public Verdict {
        doubts = List.copyOf(doubts);
        givenUp = List.copyOf(givenUp);
        notServed = List.copyOf(notServed);
        judgements = List.copyOf(judgements);
    }

    /** The same, with one more reason why it proves too little. */
    public Verdict doubting(String why) {
        return new Verdict(
                ruleSet,
                heading,
                lost,
                Stream.concat(doubts.stream(), Stream.of(why)).toList(),
                givenUp,
                notServed,
                judgements);
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
     * exercised, no rule failed, and there is no doubt.
     */
    public Conclusion conclusion(Demands demands) {
        if (with(Status.BROKEN).stream().anyMatch(it -> it.severity().isAtLeast(demands.breaking()))) {
            return Conclusion.BROKEN;
        }
        boolean enough = !with(Status.KEPT).isEmpty()
                && doubts.isEmpty()
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
