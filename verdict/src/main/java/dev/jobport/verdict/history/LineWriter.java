package dev.jobport.verdict.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events as JSON objects. What is absent or usual is left out. */
final class LineWriter {

    private final Map<String, Object> line = new LinkedHashMap<>();

    private LineWriter() {}

    static Map<String, Object> heading(Heading heading, long lost) {
        Expectations expected = heading.expectations();
        return new LineWriter()
                .put("v", HistoryLines.VERSION)
                .put("t", "history")
                .put("began", heading.began())
                .put("seenFrom", heading.seenFrom().stream().sorted().toList())
                .put("seed", heading.seed())
                .put("jobport", heading.jobport())
                .put("worker", heading.worker())
                .put("pollInterval", expected.pollInterval())
                .put("continuations", expected.continuations())
                .put("patience", expected.patience())
                .put("lost", lost)
                .line;
    }

    static Map<String, Object> event(Event event) {
        LineWriter out = new LineWriter().put("v", HistoryLines.VERSION).put("n", event.number());
        if (event instanceof Exchange it) {
            out.exchange(it);
        } else if (event instanceof ActionStarted it) {
            out.put("t", "action")
                    .put("at", it.at())
                    .put("action", it.action())
                    .put("type", it.actionType())
                    .put("workFails", it.workFails());
        } else if (event instanceof LifeEvent it) {
            out.put("t", "life")
                    .put("job", it.job())
                    .put("action", it.action())
                    .put("from", it.from())
                    .put("to", it.to())
                    .put("by", it.by())
                    .put("at", it.at());
        } else if (event instanceof ArtifactRequest it) {
            out.artifact(it);
        } else if (event instanceof OutputLine it) {
            out.put("t", "output").put("at", it.at()).put("stream", it.stream()).put("line", it.line());
        } else if (event instanceof ProcessEvent it) {
            out.put("t", "process")
                    .put("at", it.at())
                    .put("kind", it.kind())
                    .put("process", it.process())
                    .put("detail", it.detail());
        } else if (event instanceof Mark it) {
            out.put("t", "mark").put("at", it.at()).put("kind", it.kind()).put("text", it.text());
        }
        return out.line;
    }

    private void exchange(Exchange it) {
        Request request = it.request();
        Answer answer = it.answer();
        put("t", "exchange")
                .put("arrived", request.arrived())
                .put("answered", answer.sent())
                .put("conn", request.connection())
                .put("key", request.key())
                .put("op", request.operation())
                .put("invocation", request.invocation())
                .put("attempt", request.attempt())
                .put("signed", request.signed())
                .put("ua", request.userAgent())
                .put("in", request.members())
                .put("status", answer.status())
                .put("error", answer.error())
                .put("message", answer.message())
                .put("jobStatus", answer.jobStatus());
        if (!answer.offers().isEmpty()) {
            put("offers", answer.offers().stream().map(LineWriter::offer).toList());
        }
        fault(it.fault());
    }

    private static Map<String, Object> offer(Offer offer) {
        LineWriter out = new LineWriter()
                .put("job", offer.job())
                .put("action", offer.action())
                .put("nonce", offer.nonce())
                .put("client", offer.client())
                .put("credentials", offer.credentials())
                .put("continuation", offer.continuation());
        if (!offer.outputs().isEmpty()) {
            out.put("outputs", offer.outputs());
        }
        return out.line;
    }

    private void artifact(ArtifactRequest it) {
        put("t", "artifact")
                .put("arrived", it.at())
                .put("answered", it.answered())
                .put("method", it.method())
                .put("object", it.object())
                .put("artifact", it.artifact())
                .put("of", it.job())
                .put("credentials", it.credentials())
                .put("status", it.status())
                .put("error", it.error())
                .put("digest", it.digest())
                .fault(it.fault());
    }

    private void fault(Optional<InjectedFault> fault) {
        put("fault", fault.map(InjectedFault::toString));
        if (fault.filter(InjectedFault::forged).isPresent()) {
            put("forged", true);
        }
    }

    private LineWriter put(String name, Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present != null) {
            boolean isJson = present instanceof Number
                    || present instanceof Boolean
                    || present instanceof List
                    || present instanceof Map;
            line.put(name, isJson ? present : present.toString());
        }
        return this;
    }
}
