package dev.jobport.verdict.report;

import dev.jobport.verdict.Demands;
import dev.jobport.verdict.Evidence;
import dev.jobport.verdict.Finding;
import dev.jobport.verdict.Judgement;
import dev.jobport.verdict.Rule;
import dev.jobport.verdict.Status;
import dev.jobport.verdict.Verdict;
import dev.jobport.verdict.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Everything, in the format {@code jobport-verdict/1}; evidence by the numbers of the history. */
final class JsonReport {

    private JsonReport() {}

    static String of(Verdict verdict, Demands demands) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            counts.put(name(status), verdict.with(status).size());
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", "jobport-verdict/1");
        out.put("ruleSet", verdict.ruleSet());
        out.put("jobport", verdict.heading().jobport());
        out.put("seed", verdict.heading().seed());
        out.put("worker", verdict.heading().worker());
        out.put("conclusion", name(verdict.conclusion(demands)));
        out.put("counts", counts);
        out.put("lost", verdict.lost());
        out.put("doubts", verdict.doubts());
        out.put("givenUp", verdict.givenUp());
        out.put("notServed", verdict.notServed());
        out.put("rules", verdict.judgements().stream().map(JsonReport::of).toList());
        return Json.write(out) + "\n";
    }

    private static Map<String, Object> of(Judgement judgement) {
        Rule rule = judgement.rule();
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("kind", rule.source().kind());
        source.put("where", rule.source().where());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", rule.id());
        out.put("severity", name(judgement.severity()));
        out.put("status", name(judgement.status()));
        out.put("statement", rule.statement());
        out.put("why", rule.why());
        out.put("source", source);
        out.put("opportunities", judgement.opportunities());
        out.put("needs", rule.needs().stream().sorted().toList());
        out.put("exercisedBy", rule.exercisedBy());
        out.put("advice", rule.advice());
        judgement.failure().ifPresent(it -> out.put("failure", it));
        out.put("findings", judgement.findings().stream().map(JsonReport::of).toList());
        return out;
    }

    private static Map<String, Object> of(Finding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("text", finding.text());
        out.put("severity", name(finding.severity()));
        finding.excuse().ifPresent(it -> out.put("excuse", it));
        out.put(
                "events",
                finding.evidence().stream()
                        .map(Evidence::event)
                        .map(it -> it.number())
                        .toList());
        return out;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
