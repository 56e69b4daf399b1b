package dev.jobport.verify.lab.api;

import dev.jobport.cli.Nearest;
import dev.jobport.verdict.json.Json;
import dev.jobport.verdict.json.NotJson;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A JSON object as it was sent. What is not known or of another type is refused; a member that is null counts as absent. */
final class Given {

    private final Map<?, ?> members;
    private final String place;

    private Given(Map<?, ?> members, String place) {
        this.members = members;
        this.place = place;
    }

    /** @param body none counts as an object without members */
    static Given read(String body, String... known) {
        try {
            Object value = body.isBlank() ? Map.of() : Json.read(body);
            if (value instanceof Map<?, ?> members) {
                return new Given(members, "").having(known);
            }
        } catch (NotJson e) {
            throw Refused.wrong("The body is no JSON: " + e.getMessage() + ".");
        }
        throw Refused.wrong("The body is no JSON object.");
    }

    private Given having(String... known) {
        List<String> all = List.of(known);
        for (Object name : members.keySet()) {
            if (!all.contains(name)) {
                throw Refused.wrong(place(name) + " is not known here; there are " + String.join(", ", all)
                        + Nearest.question(name.toString(), all));
            }
        }
        return this;
    }

    boolean has(String member) {
        return members.get(member) != null;
    }

    String required(String member) {
        return text(member).orElseThrow(() -> Refused.wrong(place(member) + " is missing."));
    }

    Optional<String> text(String member) {
        return value(member, String.class, "a text");
    }

    Optional<Long> number(String member) {
        return value(member, Long.class, "a whole number");
    }

    Optional<Boolean> truth(String member) {
        return value(member, Boolean.class, "true or false");
    }

    Optional<Duration> duration(String member) {
        return text(member).map(text -> {
            try {
                Duration duration = Duration.parse(text);
                if (!duration.isNegative()) {
                    return duration;
                }
            } catch (DateTimeParseException e) {
                // told like one that is negative
            }
            throw Refused.wrong(place(member) + " is a duration like PT10S or PT24H, and not " + text + ".");
        });
    }

    List<String> texts(String member) {
        return items(member).stream()
                .map(it -> cast(place(member) + " as an item", it, String.class, "a text"))
                .toList();
    }

    /** @param known the members that it may have */
    Optional<Given> object(String member, String... known) {
        return value(member, Map.class, "an object").map(it -> new Given(it, place(member) + ".").having(known));
    }

    /** @param known the members that each of them may have */
    List<Given> objects(String member, String... known) {
        List<Given> all = new ArrayList<>();
        for (Object item : items(member)) {
            String where = place(member) + "." + (all.size() + 1);
            all.add(new Given(cast(where, item, Map.class, "an object"), where + ".").having(known));
        }
        return all;
    }

    /** Texts by name. */
    Map<String, String> map(String member) {
        Map<?, ?> given = value(member, Map.class, "an object").orElse(Map.of());
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> it.getKey().toString(),
                        it -> cast(place(member) + "." + it.getKey(), it.getValue(), String.class, "a text"),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    private List<?> items(String member) {
        return value(member, List.class, "a list").orElse(List.of());
    }

    private <T> Optional<T> value(String member, Class<T> type, String name) {
        return Optional.ofNullable(members.get(member)).map(it -> cast(place(member), it, type, name));
    }

    private static <T> T cast(String where, Object value, Class<T> type, String name) {
        if (!type.isInstance(value)) {
            throw Refused.wrong(where + " must be " + name + ".");
        }
        return type.cast(value);
    }

    private String place(Object member) {
        return place + member;
    }
}
