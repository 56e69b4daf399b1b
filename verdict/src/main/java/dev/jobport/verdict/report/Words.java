package dev.jobport.verdict.report;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Rule;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.history.Vantage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that all forms for people share. */
final class Words {

    private Words() {}

    static String conclusion(Verdict verdict, Demands demands) {
        int broken = verdict.with(Status.BROKEN).size();
        int kept = verdict.with(Status.KEPT).size();
        return switch (verdict.conclusion(demands)) {
            case BROKEN -> "the worker broke " + count(broken, "rule");
            case KEPT ->
                "the worker kept " + (kept == 1 ? "the one rule" : "all " + kept + " rules")
                        + " that could have been broken"
                        + (broken == 0 ? "" : ", but for " + count(broken, "lesser one"));
            case INCONCLUSIVE -> "inconclusive: " + String.join("; ", doubts(verdict, demands));
        };
    }

    private static List<String> doubts(Verdict verdict, Demands demands) {
        List<String> doubts = new ArrayList<>();
        if (verdict.with(Status.KEPT).isEmpty()) {
            doubts.add("no rule was seen to be kept");
        }
        verdict.doubts().forEach(it -> doubts.add(line(it)));
        verdict.missing(demands).forEach(it -> doubts.add(it.rule().id() + " is required and was " + it.status()));
        verdict.judgements().stream()
                .filter(it -> it.failure().isPresent())
                .forEach(it -> doubts.add(it.rule().id() + " failed to judge"));
        return doubts;
    }

    /** {@code 27 kept · 2 broken (1 error, 1 warning) · …} */
    static String counts(Verdict verdict) {
        return Arrays.stream(Status.values())
                .map(status -> verdict.with(status).size() + " " + status + severities(verdict, status))
                .collect(Collectors.joining(" · "));
    }

    private static String severities(Verdict verdict, Status status) {
        List<Judgement> broken = verdict.with(Status.BROKEN);
        if (status != Status.BROKEN || broken.isEmpty()) {
            return "";
        }
        return Arrays.stream(Severity.values())
                .map(severity -> {
                    long count = broken.stream()
                            .filter(it -> it.severity() == severity)
                            .count();
                    String word = severity.name().toLowerCase(Locale.ROOT);
                    return count == 0
                            ? ""
                            : severity == Severity.ADVICE ? count + " " + word : count((int) count, word);
                })
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static String severity(Judgement judgement) {
        return judgement.severity().name().toLowerCase(Locale.ROOT);
    }

    /** Why nothing can be said of a rule, and what would change that. */
    static String whyNot(Judgement judgement) {
        if (judgement.failure().isPresent()) {
            return judgement.failure().get();
        }
        Rule rule = judgement.rule();
        return switch (judgement.status()) {
            case NOT_EXERCISED -> "Not exercised. It takes " + rule.exercisedBy() + ".";
            case NOT_OBSERVABLE -> "Not observable. It takes a view of " + views(rule) + ".";
            case EXEMPT ->
                "Exempt: "
                        + judgement.findings().stream()
                                .flatMap(it -> it.excuse().stream())
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining("; "))
                        + ".";
            default -> "";
        };
    }

    private static String views(Rule rule) {
        return rule.needs().stream().sorted().map(Words::view).collect(Collectors.joining(" and "));
    }

    private static String view(Vantage vantage) {
        return switch (vantage) {
            case WIRE -> "requests and answers";
            case LIFE -> "the jobs' lives";
            case ARTIFACTS -> "the artifacts";
            case OUTPUT -> "the worker's output";
            case PROCESS -> "the worker's process";
        };
    }

    static String lost(Verdict verdict) {
        return verdict.lost() == 0
                ? ""
                : "The oldest " + count((int) Math.min(verdict.lost(), Integer.MAX_VALUE), "event")
                        + " had no room; jobs that began before are not judged.";
    }

    /** Empty if nothing was. */
    static String givenUp(Verdict verdict) {
        return verdict.givenUp().isEmpty()
                ? ""
                : "given up, because nothing more was done for %s s (--patience): %s"
                        .formatted(
                                verdict.heading().expectations().patience().toMillis() / 1000.0,
                                line(String.join(", ", verdict.givenUp())));
    }

    /** Empty if nothing was asked for that only AWS serves. */
    static String notServed(Verdict verdict) {
        return verdict.notServed().isEmpty()
                ? ""
                : "not judged, because only AWS serves it: " + line(String.join(", ", verdict.notServed()));
    }

    /** On one line, and without what a terminal would obey, or what turns the direction of writing. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    }
}
