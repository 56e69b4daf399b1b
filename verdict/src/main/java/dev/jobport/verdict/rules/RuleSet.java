package dev.jobport.verdict.rules;

import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Rule;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules of a date. A set does not change any more once a later one is there, so who pins it gets no surprise. */
public final class RuleSet {

    private static final RuleSet V2026_1 = new RuleSet(
            "2026-1",
            Stream.of(
                            Polling.RULES,
                            Claiming.RULES,
                            Nonces.RULES,
                            Reporting.RULES,
                            ReportedContent.RULES,
                            ReportedActions.RULES,
                            Artifacts.RULES,
                            Errors.RULES,
                            Secrets.RULES,
                            Wire.RULES,
                            Life.RULES)
                    .flatMap(List::stream)
                    .toList());

    private final String date;
    private final List<CheckedRule> rules;

    RuleSet(String date, List<CheckedRule> rules) {
        this.date = date;
        List<String> groups =
                rules.stream().map(it -> it.rule().id().group()).distinct().toList();
        this.rules = rules.stream()
                .sorted(Comparator.comparing((CheckedRule it) ->
                                groups.indexOf(it.rule().id().group()))
                        .thenComparing(it -> it.rule().id().number()))
                .toList();
    }

    public static RuleSet newest() {
        return V2026_1;
    }

    public static RuleSet of(String date) {
        if (!date.equals(V2026_1.date)) {
            throw new IllegalArgumentException(
                    "There are no rules of " + date + "; there are those of " + V2026_1.date + ".");
        }
        return V2026_1;
    }

    public String date() {
        return date;
    }

    public List<Rule> rules() {
        return rules.stream().map(CheckedRule::rule).toList();
    }

    /** Depends on nothing but the history. */
    public Verdict judge(History history) {
        Seen seen = new Seen(history);
        return new Verdict(
                date,
                history.heading(),
                history.lost(),
                Doubts.of(history),
                givenUp(history),
                notServed(seen),
                rules.stream().map(each -> judge(each, seen)).toList());
    }

    private static List<String> givenUp(History history) {
        return history.events().stream()
                .filter(it -> it instanceof Mark mark && mark.kind() == Mark.Kind.SCENARIO_GIVES_UP)
                .map(it -> ((Mark) it).text())
                .toList();
    }

    private static List<String> notServed(Seen seen) {
        return seen.exchanges().stream()
                .filter(Refused::asNotServed)
                .map(Exchange::operation)
                .distinct()
                .sorted()
                .toList();
    }

    private static Judgement judge(CheckedRule each, Seen seen) {
        if (!seen.history().heading().seenFrom().containsAll(each.rule().needs())) {
            return new Judgement(each.rule(), Status.NOT_OBSERVABLE, 0, List.of(), Optional.empty());
        }
        Findings findings = new Findings(each.rule());
        try {
            each.check().judge(seen, findings);
            return findings.judgement();
        } catch (RuntimeException | StackOverflowError e) {
            return new Judgement(
                    each.rule(),
                    Status.NOT_OBSERVABLE,
                    0,
                    List.of(),
                    Optional.of("The rule itself failed, which is a fault of Jobport: " + e));
        }
    }
}
