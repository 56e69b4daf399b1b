package dev.jobport.conformance;

import dev.jobport.cli.Legible;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
                .forEach((capability, ids) -> text.append("not applicable without ")
                        .append(capability)
                        .append(": ")
                        .append(String.join(" ", ids))
                        .append('\n'));
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

    private static Map<Capability, Set<String>> notApplicable(Result result) {
        Map<Capability, Set<String>> ids = new EnumMap<>(Capability.class);
        result.with(Outcome.NOT_APPLICABLE)
                .forEach(it -> it.missing()
                        .forEach(capability -> ids.computeIfAbsent(capability, any -> new TreeSet<>())
                                .add(it.id().group())));
        return ids;
    }
}
