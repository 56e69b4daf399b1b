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
                            Polling.LAWS,
                            Claiming.LAWS,
                            Nonces.LAWS,
                            Reporting.LAWS,
                            ReportedContent.LAWS,
                            ReportedActions.LAWS,
                            Artifacts.LAWS,
                            Errors.LAWS,
                            Secrets.LAWS,
                            Wire.LAWS,
                            Life.LAWS)
                    .flatMap(List::stream)
                    .toList());

    private final String date;
    private final List<Law> laws;

    RuleSet(String date, List<Law> laws) {
        this.date = date;
        List<String> groups =
                laws.stream().map(it -> it.rule().id().group()).distinct().toList();
        this.laws = laws.stream()
                .sorted(Comparator.comparing(
                                (Law it) -> groups.indexOf(it.rule().id().group()))
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
        return laws.stream().map(Law::rule).toList();
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
                laws.stream().map(law -> judge(law, seen)).toList());
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

    private static Judgement judge(Law law, Seen seen) {
        if (!seen.history().heading().seenFrom().containsAll(law.rule().needs())) {
            return new Judgement(law.rule(), Status.NOT_OBSERVABLE, 0, List.of(), Optional.empty());
        }
        Findings findings = new Findings(law.rule());
        try {
            law.check().judge(seen, findings);
            return findings.judgement();
        } catch (RuntimeException | StackOverflowError e) {
            return new Judgement(
                    law.rule(),
                    Status.NOT_OBSERVABLE,
                    0,
                    List.of(),
                    Optional.of("The rule itself failed, which is a fault of Jobport: " + e));
        }
    }
}
