package dev.jobport.verdict.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A JSON object as an event. Members that it does not know are left aside: a later program may have written them. */
final class LineReader {

    /** The line is JSON, but no event. */
    static final class Unusable extends RuntimeException {
        Unusable(String why) {
            super(why);
        }
    }

    private static final Instant LAST = Instant.EPOCH.plusNanos(Long.MAX_VALUE);

    private final Map<?, ?> line;

    LineReader(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new Unusable("it is no JSON object");
        }
        line = map;
    }

    Heading heading() {
        if (!text("t").equals("history")) {
            throw new Unusable("the first line has to be the heading, with \"t\":\"history\"");
        }
        Set<Vantage> seenFrom = EnumSet.noneOf(Vantage.class);
        texts("seenFrom").forEach(name -> seenFrom.add(constant(Vantage.class, "seenFrom", name)));
        return new Heading(instant("began"), seenFrom, number("seed"), text("jobport"), text("worker"), expectations());
    }

    private Expectations expectations() {
        try {
            return new Expectations(
                    optional("pollInterval").map(it -> parsed("pollInterval", it, Duration::parse)),
                    small("continuations"),
                    parsed("patience", text("patience"), Duration::parse));
        } catch (IllegalArgumentException e) {
            throw new Unusable(e.getMessage());
        }
    }

    Event event() {
        long n = number("n");
        String type = text("t");
        return switch (type) {
            case "exchange" -> new Exchange(n, request(), answer(), fault());
            case "action" ->
                new ActionStarted(n, instant("at"), text("action"), text("type"), value("workFails", Boolean.class));
            case "life" ->
                new LifeEvent(
                        n, instant("at"), text("job"), text("action"), optional("from"), text("to"), optional("by"));
            case "artifact" -> artifact(n);
            case "output" -> new OutputLine(n, instant("at"), text("stream"), text("line"));
            case "process" ->
                new ProcessEvent(
                        n,
                        instant("at"),
                        constant(ProcessEvent.Kind.class, "kind", text("kind")),
                        text("process"),
                        text("detail"));
            case "mark" -> new Mark(n, instant("at"), constant(Mark.Kind.class, "kind", text("kind")), text("text"));
            default -> throw new Unusable("\"t\":\"" + type + "\" is no kind of event");
        };
    }

    private Request request() {
        return new Request(
                instant("arrived"),
                number("conn"),
                text("key"),
                text("op"),
                optional("invocation"),
                small("attempt"),
                required("signed", Boolean.class),
                text("ua"),
                members());
    }

    private Answer answer() {
        return new Answer(
                optionalInstant("answered"),
                small("status"),
                optional("error"),
                optional("message"),
                optional("jobStatus"),
                list("offers").stream().map(it -> new LineReader(it).offer()).toList());
    }

    private Offer offer() {
        return new Offer(
                text("job"),
                optional("action"),
                optional("nonce"),
                optional("client"),
                optional("credentials"),
                optional("continuation"),
                texts("outputs"));
    }

    private ArtifactRequest artifact(long n) {
        return new ArtifactRequest(
                n,
                instant("arrived"),
                optionalInstant("answered"),
                text("method"),
                text("object"),
                optional("artifact"),
                optional("of"),
                optional("credentials"),
                small("status"),
                optional("error"),
                optional("digest"),
                fault());
    }

    private Optional<InjectedFault> fault() {
        boolean forged = value("forged", Boolean.class).orElse(false);
        return optional("fault").map(it -> {
            int slash = it.lastIndexOf('/');
            if (slash < 1) {
                throw new Unusable("\"fault\" is no ID/NUMBER: " + it);
            }
            return new InjectedFault(
                    it.substring(0, slash), parsed("fault", it.substring(slash + 1), Long::valueOf), forged);
        });
    }

    private Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        Map<?, ?> in = required("in", Map.class);
        for (Map.Entry<?, ?> member : in.entrySet()) {
            if (!(member.getValue() instanceof String value)) {
                throw new Unusable("\"in\" has to hold texts only: " + member.getKey());
            }
            members.put(member.getKey().toString(), value);
        }
        return members;
    }

    private List<?> list(String name) {
        return value(name, List.class).orElse(List.of());
    }

    private List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private String text(String name) {
        return required(name, String.class);
    }

    private Optional<String> optional(String name) {
        return value(name, String.class);
    }

    long number(String name) {
        return required(name, Long.class);
    }

    private int small(String name) {
        return parsed(name, String.valueOf(number(name)), Integer::valueOf);
    }

    private Instant instant(String name) {
        return parsed(name, text(name), LineReader::countable);
    }

    /** One whose distance from any other can be told in nanoseconds. */
    private static Instant countable(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException();
        }
        return instant;
    }

    private Optional<Instant> optionalInstant(String name) {
        return optional(name).map(it -> parsed(name, it, LineReader::countable));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String value) {
        return parsed(name, value, it -> Enum.valueOf(type, it));
    }

    private static <T> T parsed(String name, String value, Function<String, T> as) {
        try {
            return as.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unusable("\"" + name + "\" cannot be " + value);
        }
    }

    private <T> T required(String name, Class<T> type) {
        return value(name, type).orElseThrow(() -> new Unusable("\"" + name + "\" is missing"));
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        Object value = line.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new Unusable("\"" + name + "\" is of another type");
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
