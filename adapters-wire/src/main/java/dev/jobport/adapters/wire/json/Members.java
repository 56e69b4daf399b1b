package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.TextConstraint;
import dev.jobport.domain.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The members of a JSON object, read into domain values. Every constraint that a value breaks is remembered with its
 * path, over the whole request, and told at once by {@link #check()}; the limits themselves are the domain's. A member
 * of the wrong JSON type is told before any of them, by an {@link Unreadable.WrongType} at once.
 *
 * <p>A member that is {@code null} counts as absent. A required member that is absent or broken reads as a Java null,
 * which {@link #build} keeps from getting anywhere.
 */
public final class Members {

    private static final Instant EARLIEST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final List<String> TRUE_OR_FALSE = List.of("true", "false");

    private final ObjectNode node;
    private final Members parent;
    private final String name;
    private final Strictness strictness;
    private final Mistakes mistakes;
    private final int mistakesBefore;
    private final Set<String> asked;

    private enum Strictness {
        /** Members that nobody asks for are ignored, as newer clients may send them. */
        IgnoresUnknown,
        /** Members that nobody asks for are violations. */
        RefusesUnknown,
        /** The same, and numbers and truth values come as texts. */
        OnlyTexts
    }

    private Members(ObjectNode node, Members parent, String name, Strictness strictness, Mistakes mistakes) {
        this.node = node;
        this.parent = parent;
        this.name = name;
        this.strictness = strictness;
        this.mistakes = mistakes;
        this.mistakesBefore = mistakes.count();
        this.asked = strictness == Strictness.IgnoresUnknown ? Set.of() : new LinkedHashSet<>();
    }

    /** A request whose unknown members are ignored. */
    public static Members lenient(ObjectNode request) {
        return new Members(request, null, "", Strictness.IgnoresUnknown, new Mistakes());
    }

    /** A request whose unknown members are refused. */
    public static Members strict(ObjectNode request) {
        return new Members(request, null, "", Strictness.RefusesUnknown, new Mistakes());
    }

    /** The parameters of a path. */
    public static Members ofPath(Map<String, String> parameters) {
        ObjectNode node = Json.object();
        parameters.forEach(node::put);
        return new Members(node, null, "", Strictness.OnlyTexts, new Mistakes());
    }

    /** The parameters of a query; unknown ones are refused. One that is given twice is a list, and so of a wrong type. */
    public static Members ofQuery(Map<String, List<String>> parameters) {
        ObjectNode node = Json.object();
        parameters.forEach((parameter, values) -> {
            if (values.size() == 1) {
                node.put(parameter, values.get(0));
            } else {
                node.putArray(parameter);
            }
        });
        return new Members(node, null, "", Strictness.OnlyTexts, new Mistakes());
    }

    public <V> V required(String member, Type<V> type) {
        return presentOr(member, present -> type.read(this, member, present));
    }

    public <V> Optional<V> optional(String member, Type<V> type) {
        return find(member).map(present -> type.read(this, member, present));
    }

    /** Accepts a member, whatever its value, and makes nothing of it. */
    public void ignore(String member) {
        find(member);
    }

    /**
     * What this object makes; null if any of its members is absent or broken, or they do not go together, which
     * {@link #check()} will tell.
     */
    public <T> T build(Supplier<T> value) {
        if (mistakes.count() > mistakesBefore || mistakes.isFull()) {
            return null;
        }
        try {
            return value.get();
        } catch (Refusal.Validation e) {
            String place = parent == null ? "" : parent.path(name);
            e.violations().forEach(violation -> mistakes.add(violation.in(place)));
            return null;
        }
    }

    /**
     * Ends the reading of a request.
     *
     * @throws Refusal.Validation with everything that is wrong, if anything is
     */
    public void check() {
        refuseUnknown();
        mistakes.check();
    }

    Optional<JsonNode> find(String member) {
        if (strictness != Strictness.IgnoresUnknown) {
            asked.add(member);
        }
        return Optional.ofNullable(node.get(member)).filter(value -> !value.isNull());
    }

    <T> T presentOr(String member, Function<JsonNode, T> reader) {
        JsonNode present = find(member).orElse(null);
        if (present == null) {
            mistakes.add(Violation.missing(path(member)));
            return null;
        }
        return reader.apply(present);
    }

    <T> T text(String member, JsonNode present, Function<String, T> value) {
        if (!present.isTextual()) {
            throw wrongType(member, present, JsonType.Text);
        }
        return guarded(member, () -> value.apply(present.textValue()));
    }

    <V> List<V> items(String member, JsonNode present, Type<V> item) {
        if (!present.isArray()) {
            throw wrongType(member, present, JsonType.List);
        }
        List<V> items = new ArrayList<>(present.size());
        for (JsonNode each : present) {
            String itemMember = member + "." + (items.size() + 1) + ".member";
            if (each.isNull()) {
                mistakes.add(Violation.missing(path(itemMember)));
                items.add(null);
            } else {
                items.add(item.read(this, itemMember, each));
            }
        }
        return items;
    }

    Map<String, String> map(String member, JsonNode present, TextConstraint key, TextConstraint value) {
        return structure(member, present, entries -> {
            Map<String, String> map = new LinkedHashMap<>();
            entries.node.fieldNames().forEachRemaining(entry -> {
                guarded(member, () -> key.require(entry));
                map.put(entry, entries.presentOr(entry, text -> entries.text(entry, text, value::require)));
            });
            return map;
        });
    }

    <T> T structure(String member, JsonNode present, Function<Members, T> reader) {
        if (!(present instanceof ObjectNode object)) {
            throw wrongType(member, present, JsonType.Structure);
        }
        Members members = new Members(object, this, member, strictness, mistakes);
        T structure = reader.apply(members);
        members.refuseUnknown();
        return structure;
    }

    boolean bool(String member, JsonNode present) {
        if (strictness == Strictness.OnlyTexts && TRUE_OR_FALSE.contains(present.asText())) {
            return Boolean.parseBoolean(present.textValue());
        }
        if (!present.isBoolean()) {
            throw wrongType(member, present, JsonType.Boolean);
        }
        return present.booleanValue();
    }

    Integer integer(String member, JsonNode present, RangeConstraint range) {
        return guarded(member, () -> (int) range.require(integer(member, present)));
    }

    private int integer(String member, JsonNode present) {
        if (strictness == Strictness.OnlyTexts && present.isTextual()) {
            try {
                return Integer.parseInt(present.textValue());
            } catch (NumberFormatException e) {
                throw new Refusal.Validation(Violation.of("be a whole number"));
            }
        }
        if (!present.isIntegralNumber() || !present.canConvertToInt()) {
            throw wrongType(member, present, JsonType.Integer);
        }
        return present.intValue();
    }

    Instant time(String member, JsonNode present) {
        double seconds = present.isNumber() ? present.doubleValue() : Double.NaN;
        boolean inRange =
                seconds >= EARLIEST_TIME.getEpochSecond() && seconds <= LATEST_TIME.getEpochSecond(); // never for NaN
        if (!inRange) {
            throw wrongType(member, present, JsonType.Timestamp);
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    static <E extends Enum<E>> E constant(String text, Class<E> constants) {
        try {
            return Enum.valueOf(constants, text);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Validation(
                    Violation.of("satisfy enum value set: " + Arrays.toString(constants.getEnumConstants())));
        }
    }

    private <T> T guarded(String member, Supplier<T> value) {
        try {
            return value.get();
        } catch (Refusal.Validation e) {
            e.violations().forEach(violation -> violated(member, violation));
            return null;
        }
    }

    private void refuseUnknown() {
        if (strictness != Strictness.IgnoresUnknown) {
            node.fieldNames().forEachRemaining(member -> {
                if (!asked.contains(member)) {
                    mistakes.add(Violation.of("be one of " + asked).in(path(member)));
                }
            });
        }
    }

    Unreadable.WrongType wrongType(String member, JsonNode found, JsonType wanted) {
        return new Unreadable.WrongType(path(member), JsonType.of(found), wanted);
    }

    /** One thing is wrong with the member. */
    void violated(String member, Violation violation) {
        mistakes.add(violation.in(path(member)));
    }

    private String path(String member) {
        return parent == null ? member : parent.path(name) + "." + member;
    }
}
