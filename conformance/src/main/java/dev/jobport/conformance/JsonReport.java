package dev.jobport.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** All there is to know, for programs. */
final class JsonReport {

    private JsonReport() {}

    static String of(Result result) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", "jobport-conformance/1")
                .put("endpoint", result.endpoint().toString())
                .put("conclusion", result.conclusion().name().toLowerCase(Locale.ROOT));
        ObjectNode counts = json.putObject("counts");
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.toString(), result.with(outcome).size());
        }
        ArrayNode clauses = json.putArray("clauses");
        result.findings().forEach(it -> write(clauses.addObject(), it, result));
        ArrayNode stale = json.putArray("passByNow");
        result.stale().forEach(id -> stale.add(id.toString()));
        write(json.putArray("made"), result.made());
        write(json.putArray("left"), result.left());
        return json.toPrettyString() + "\n";
    }

    private static void write(ArrayNode json, List<String> texts) {
        texts.forEach(json::add);
    }

    private static void write(ObjectNode json, Finding it, Result result) {
        json.put("id", it.id().toString())
                .put("for", it.family())
                .put("statement", it.statement())
                .put("outcome", it.outcome().toString())
                .put("known", result.isKnown(it));
        json.putObject("source").put("kind", it.source().name()).put("where", it.where());
        ArrayNode missing = json.putArray("missing");
        it.missing().forEach(capability -> missing.add(capability.toString()));
        if (!it.detail().isEmpty()) {
            json.put("detail", it.detail());
        }
    }
}
