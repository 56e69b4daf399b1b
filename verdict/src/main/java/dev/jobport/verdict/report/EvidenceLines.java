package dev.jobport.verdict.report;

import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.history.ActionStarted;
import dev.jobport.verdict.history.ArtifactRequest;
import dev.jobport.verdict.history.Event;
import dev.jobport.verdict.history.Exchange;
import dev.jobport.verdict.history.Heading;
import dev.jobport.verdict.history.LifeEvent;
import dev.jobport.verdict.history.Mark;
import dev.jobport.verdict.history.OutputLine;
import dev.jobport.verdict.history.ProcessEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evidence in columns: number, time since the beginning, what it was, what it said, and what came of it. */
final class EvidenceLines {

    private static final int EXCERPT = 40;
    private static final int WIDEST = 200;

    private EvidenceLines() {}

    static List<String> of(Heading heading, List<Evidence> evidence) {
        List<List<String>> rows = evidence.stream().map(it -> row(heading, it)).toList();
        return rows.stream().map(row -> aligned(row, rows)).toList();
    }

    private static String aligned(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream().mapToInt(it -> it.get(at).length()).max().orElse(0);
            if (width > 0) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(width - cell.length() + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    private static List<String> row(Heading heading, Evidence evidence) {
        Event event = evidence.event();
        double seconds = Duration.between(heading.began(), event.at()).toMillis() / 1000.0;
        List<String> what = what(event);
        return List.of(
                "#" + event.number(),
                String.format(Locale.ROOT, "+%.3f", seconds),
                cell(what.get(0)),
                cell(what.get(1)),
                cell(what.get(2)) + (evidence.note().isEmpty() ? "" : "  ← " + Words.line(evidence.note())));
    }

    /** As wide as the widest, so none may be as wide as it likes. */
    private static String cell(String text) {
        String line = Words.line(text);
        return line.codePointCount(0, line.length()) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST)) + "…";
    }

    private static List<String> what(Event event) {
        if (event instanceof Exchange it) {
            return List.of(it.operation(), said(it), answered(it) + fault(it.fault()));
        } else if (event instanceof LifeEvent it) {
            return List.of("job " + it.job(), it.from().orElse("") + " → " + it.to(), by(it));
        } else if (event instanceof ArtifactRequest it) {
            String status = it.status() + it.error().map(error -> " " + error).orElse("");
            return List.of(
                    it.method() + " " + it.artifact().orElse(it.object()),
                    it.credentials().map(tag -> "credentials " + tag).orElse(""),
                    status + fault(it.fault()));
        } else if (event instanceof OutputLine it) {
            return List.of(it.stream(), excerpt(it.line()), "");
        } else if (event instanceof ProcessEvent it) {
            return List.of("process " + it.kind().name().toLowerCase(Locale.ROOT), excerpt(it.detail()), "");
        } else if (event instanceof Mark it) {
            return List.of(it.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), it.text(), "");
        } else {
            ActionStarted it = (ActionStarted) event;
            return List.of("action starts", it.action(), it.actionType());
        }
    }

    /** What tells this request from others of its operation. */
    private static String said(Exchange it) {
        if (it.isPoll()) {
            return "for " + it.members().getOrDefault("maxBatchSize", "some") + ", given "
                    + it.answer().offers().size();
        }
        String job = it.job().map(id -> "job " + id).orElse("");
        String more = it.isAcknowledgement()
                ? "nonce " + it.members().getOrDefault("nonce", "none")
                : Optional.ofNullable(it.members().get("failureDetails.message"))
                        .map(EvidenceLines::excerpt)
                        .orElse(it.members().containsKey("continuationToken") ? "goes on" : "");
        return Stream.of(job, more).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String answered(Exchange it) {
        String status = it.answer().status() == 0
                ? "never asked"
                : it.answer().status()
                        + it.answer().error().map(error -> " " + error).orElse("")
                        + it.answer().jobStatus().map(job -> " " + job).orElse("");
        return it.isAnswered() ? status : status + ", not sent";
    }

    private static String fault(Optional<?> fault) {
        return fault.map(it -> "  (fault " + it + ")").orElse("");
    }

    private static String by(LifeEvent it) {
        return it.by().map(who -> "by " + who).orElse("by time");
    }

    private static String excerpt(String text) {
        int[] start = text.codePoints().limit(EXCERPT).toArray();
        String shown = new String(start, 0, start.length);
        return "\"" + shown + (shown.length() < text.length() ? "…" : "") + "\"";
    }
}
