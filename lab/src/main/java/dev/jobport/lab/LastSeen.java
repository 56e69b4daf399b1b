package dev.jobport.lab;

import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.History;
import dev.jobport.verdict.history.LifeEvent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The end of a history in lines, for those who waited in vain. */
final class LastSeen {

    private static final int LINES = 20;

    private LastSeen() {}

    static String of(History history) {
        List<String> lines = history.events().stream()
                .map(LastSeen::line)
                .filter(Objects::nonNull)
                .toList();
        if (lines.isEmpty()) {
            return "Nothing was heard of a worker.";
        }
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .collect(Collectors.joining("\n  ", "What was seen last:\n  ", ""));
    }

    private static String line(Event event) {
        if (event instanceof Exchange it) {
            return "#%d %s %s by %s: %d%s%s"
                    .formatted(
                            it.number(),
                            it.operation(),
                            it.job().orElse(""),
                            it.request().key(),
                            it.answer().status(),
                            it.answer().error().map(error -> " " + error).orElse(""),
                            it.fault().map(fault -> " (fault " + fault + ")").orElse(""));
        }
        if (event instanceof LifeEvent it) {
            return "#%d job %s became %s".formatted(it.number(), it.job(), it.to());
        }
        return null;
    }
}
