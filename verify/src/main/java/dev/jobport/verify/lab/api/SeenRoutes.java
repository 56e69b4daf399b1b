package dev.jobport.verify.lab.api;

import dev.jobport.lab.Lab;
import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Severity;
import dev.jobport.verdict.history.HistoryLines;
import dev.jobport.verdict.history.ProcessEvent;
import dev.jobport.verdict.report.EventLog;
import dev.jobport.verdict.report.Report;
import dev.jobport.verdict.rules.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen in a lab, and what is to be said of it. */
record SeenRoutes(OpenLabs labs) {

    private static final int LINES = 200;

    Stream<Route> routes() {
        return Stream.of(
                new Route("GET", "/labs/{lab}/history", this::history),
                new Route("GET", "/labs/{lab}/verdict", this::verdict),
                new Route("POST", "/labs/{lab}/output", this::printed),
                new Route("POST", "/labs/{lab}/process", this::process));
    }

    private Answer history(Call call) {
        Lab lab = labs.of(call).lab();
        String format = call.query("format").getOrDefault("format", "jsonl");
        return switch (format) {
            case "jsonl" ->
                Answer.text(
                        "application/jsonl",
                        HistoryLines.of(lab.history()).map(it -> it + "\n").collect(Collectors.joining()));
            case "text" ->
                Answer.text(
                        "text/plain",
                        EventLog.last(LINES, lab.history()).stream()
                                .map(it -> it + "\n")
                                .collect(Collectors.joining()));
            default -> throw Refused.wrong("format is jsonl or text, and not " + format + ".");
        };
    }

    private Answer verdict(Call call) {
        Lab lab = labs.of(call).lab();
        Map<String, String> query = call.query("format", "failOn", "rules");
        RuleSet rules = query.containsKey("rules") ? RuleSet.of(query.get("rules")) : RuleSet.newest();
        Demands demands = new Demands(severity(query.getOrDefault("failOn", "error")), Set.of());
        String format = query.getOrDefault("format", "json");
        return switch (format) {
            case "json" -> Answer.text("application/json", Report.JSON.of(lab.verdict(rules), demands) + "\n");
            case "junit" -> Answer.text("application/xml", Report.JUNIT.of(lab.verdict(rules), demands));
            case "md" -> Answer.text("text/markdown", Report.MARKDOWN.of(lab.verdict(rules), demands));
            case "text" -> Answer.text("text/plain", Report.TEXT.of(lab.verdict(rules), demands));
            default -> throw Refused.wrong("format is json, junit, md or text, and not " + format + ".");
        };
    }

    private static Severity severity(String name) {
        return Stream.of(Severity.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.wrong("failOn is error, warning or advice, and not " + name + "."));
    }

    /** What only those see who run the worker. */
    private Answer process(Call call) {
        Lab lab = labs.of(call).lab();
        Given given = call.body("kind", "process", "detail");
        String kind = given.required("kind");
        ProcessEvent.Kind known = Stream.of(ProcessEvent.Kind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(kind))
                .findFirst()
                .orElseThrow(() -> Refused.wrong("kind is started, signalled or ended, and not " + kind + "."));
        lab.witness()
                .process(known, given.required("process"), given.text("detail").orElse(""));
        return Answer.NOTHING;
    }

    /** The lines come back as they are kept: without secrets. */
    private Answer printed(Call call) {
        Lab lab = labs.of(call).lab();
        Given given = call.body("stream", "lines");
        String stream = given.required("stream");
        if (!Set.of("stdout", "stderr").contains(stream)) {
            throw Refused.wrong("stream is stdout or stderr, and not " + stream + ".");
        }
        List<String> lines = given.texts("lines");
        lines.forEach(it -> lab.witness().printed(stream, it));
        return Answer.json(
                200, Map.of("lines", lines.stream().map(lab.witness()::masked).toList()));
    }
}
