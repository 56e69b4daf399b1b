package dev.jobport.conformance;

import dev.jobport.cli.Legible;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read: the counts, what is not as it should be, and what would show more. */
final class TextReport {

    private static final List<Outcome> TOLD = List.of(Outcome.FAIL, Outcome.DIFFERS, Outcome.SET_UP_ERROR);

    private TextReport() {}

    static String of(Result result) {
        StringBuilder text = new StringBuilder(counts(result)).append('\n');
        TOLD.forEach(outcome -> result.with(outcome).forEach(it -> text.append(told(result, it))));
        notApplicable(result)
                .forEach((capability, counts) -> text.append("not applicable without ")
                        .append(capability)
                        .append(": ")
                        .append(counts.entrySet().stream()
                                .map(it -> it.getValue() + " of " + it.getKey())
                                .collect(Collectors.joining(", ")))
                        .append('\n'));
        result.left()
                .forEach(it ->
                        text.append("left behind: ").append(Legible.line(it)).append('\n'));
        result.stale().forEach(id -> text.append(id).append(" passes by now; strike it out of the baseline\n"));
        return text.toString();
    }

    private static String counts(Result result) {
        return Stream.of(Outcome.values())
                .map(outcome -> result.with(outcome).size() + " " + outcome + news(result, outcome))
                .collect(Collectors.joining(" · "));
    }

    private static String news(Result result, Outcome outcome) {
        List<Finding> all = result.with(outcome);
        long known = all.stream().filter(result::isKnown).count();
        return known == 0 ? "" : " (" + (all.size() - known) + " new)";
    }

    private static String told(Result result, Finding it) {
        String known = result.isKnown(it)
                ? " (known: " + Legible.line(result.known().reasons().get(it.id())) + ")"
                : "";
        return "\n%s %s%s  %s (%s)\n%s\t%s: %s\n"
                .formatted(
                        it.id(),
                        it.outcome(),
                        known,
                        it.statement(),
                        it.family(),
                        Legible.indented(it.detail()),
                        it.source(),
                        it.where());
    }

    private static Map<Capability, Map<String, Long>> notApplicable(Result result) {
        Map<Capability, Map<String, Long>> counts = new EnumMap<>(Capability.class);
        result.with(Outcome.NOT_APPLICABLE)
                .forEach(it -> it.missing()
                        .forEach(capability -> counts.computeIfAbsent(capability, any -> new TreeMap<>())
                                .merge(it.id().group(), 1L, Long::sum)));
        return counts;
    }
}
