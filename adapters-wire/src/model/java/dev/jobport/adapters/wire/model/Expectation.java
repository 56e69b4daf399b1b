package dev.jobport.adapters.wire.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What AWS's front door says of a request, by the model alone: it shares no line with the server.
 *
 * <p>First of all comes the first member of a wrong JSON type, then every broken constraint at once, both in the order
 * of the model's members.
 */
public final class Expectation {

    private static final long EARLIEST_TIME = -62_135_596_800L;
    private static final long LATEST_TIME = 253_402_300_799L;

    private final List<String> violations = new ArrayList<>();

    private Expectation() {}

    /** The body of the answer that refuses the request; empty if nothing is wrong with its form. */
    public static Optional<JsonNode> of(Shape input, JsonNode request) {
        if (!request.isObject()) {
            return Optional.of(error("SerializationException"));
        }
        Optional<String> wrongType = wrongType(input, request);
        if (wrongType.isPresent()) {
            return wrongType.map(text -> error("SerializationException").put("Message", text));
        }
        Expectation expectation = new Expectation();
        expectation.check(input, request, "");
        List<String> violations = expectation.violations;
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        String count = violations.size() + (violations.size() == 1 ? " validation error" : " validation errors");
        return Optional.of(
                error("ValidationException").put("message", count + " detected: " + String.join("; ", violations)));
    }

    private static ObjectNode error(String type) {
        return JsonNodeFactory.instance.objectNode().put("__type", type);
    }

    private static Optional<String> wrongType(Shape shape, JsonNode value) {
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        return switch (shape.kind) {
            case Structure ->
                value.isObject()
                        ? shape.members().entrySet().stream()
                                .flatMap(member -> wrongType(member.getValue(), value.get(member.getKey())).stream())
                                .findFirst()
                        : Optional.of(refusal(value, "Expected null"));
            case List ->
                value.isArray() ? inside(shape.item(), value) : Optional.of(refusal(value, "Expected list or null"));
            case Map ->
                value.isObject() ? inside(shape.value(), value) : Optional.of(refusal(value, "Expected map or null"));
            case String -> value.isTextual() ? Optional.empty() : Optional.of(unconverted(value, "a String"));
            case Boolean -> value.isBoolean() ? Optional.empty() : Optional.of(unconverted(value, "a Boolean"));
            case Integer ->
                value.isIntegralNumber() && value.canConvertToInt()
                        ? Optional.empty()
                        : Optional.of(unconverted(value, "an Integer"));
            case Timestamp ->
                value.isNumber() && value.doubleValue() >= EARLIEST_TIME && value.doubleValue() <= LATEST_TIME
                        ? Optional.empty()
                        : Optional.of(unconverted(value, "milliseconds since epoch"));
        };
    }

    private static Optional<String> inside(Shape item, JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .flatMap(value -> wrongType(item, value).stream())
                .findFirst();
    }

    private static String unconverted(JsonNode value, String wanted) {
        String found = value.isBoolean()
                ? value.asText().toUpperCase(java.util.Locale.ROOT)
                : value.getNodeType().name();
        return refusal(value, found + "_VALUE can not be converted to " + wanted);
    }

    private static String refusal(JsonNode value, String ofScalar) {
        return switch (value.getNodeType()) {
            case ARRAY -> "Start of list found where not expected";
            case OBJECT -> "Start of structure or map found where not expected.";
            default -> ofScalar;
        };
    }

    private void check(Shape shape, JsonNode value, String path) {
        switch (shape.kind) {
            case Structure ->
                shape.members().forEach((name, member) -> {
                    JsonNode present = value.get(name);
                    String memberPath = path.isEmpty() ? name : path + "." + name;
                    if (present != null && !present.isNull()) {
                        check(member, present, memberPath);
                    } else if (shape.requires(name)) {
                        violated(memberPath, "Member must not be null");
                    }
                });
            case List -> {
                limits(shape, value, value.size(), "length").forEach(limit -> violated(path, limit));
                checkItems(shape, value, path);
            }
            case Map -> {
                limits(shape, value, value.size(), "length").forEach(limit -> violated(path, limit));
                boolean badKey = value.properties().stream()
                        .anyMatch(entry -> breaks(shape.key(), JsonNodeFactory.instance.textNode(entry.getKey())));
                boolean badValue =
                        value.properties().stream().anyMatch(entry -> breaks(shape.value(), entry.getValue()));
                if (badKey) {
                    violated(path, "Map keys must satisfy constraint: " + all(shape.key()));
                }
                if (badValue) {
                    violated(path, "Map value must satisfy constraint: " + all(shape.value()));
                }
            }
            default -> broken(shape, value).forEach(constraint -> violated(path, constraint));
        }
    }

    /** Structures tell what is wrong with each, by its number; of simple items only the list as a whole is told. */
    private void checkItems(Shape list, JsonNode items, String path) {
        Shape item = list.item();
        if (item.kind == Shape.Kind.Structure) {
            for (int i = 0; i < items.size(); i++) {
                String itemPath = path + "." + (i + 1) + ".member";
                if (items.get(i).isNull()) {
                    violated(itemPath, "Member must not be null");
                } else {
                    check(item, items.get(i), itemPath);
                }
            }
        } else if (StreamSupport.stream(items.spliterator(), false).anyMatch(value -> breaks(item, value))) {
            violated(path, "Member must satisfy constraint: " + all(item));
        }
    }

    private static boolean breaks(Shape shape, JsonNode value) {
        return value.isNull() || !broken(shape, value).isEmpty();
    }

    private static List<String> broken(Shape shape, JsonNode value) {
        List<String> broken = new ArrayList<>();
        if (shape.kind == Shape.Kind.Integer) {
            broken.addAll(limits(shape, value, value.longValue(), "value"));
        } else if (shape.kind == Shape.Kind.String) {
            String text = value.textValue();
            broken.addAll(limits(shape, value, text.codePointCount(0, text.length()), "length"));
            shape.pattern()
                    .filter(pattern -> !Pattern.matches(pattern, text))
                    .ifPresent(pattern -> broken.add("Member must satisfy regular expression pattern: " + pattern));
            if (!shape.constants().isEmpty() && !shape.constants().contains(text)) {
                broken.add("Member must satisfy enum value set: " + shape.constants());
            }
        }
        return broken;
    }

    private static List<String> limits(Shape shape, JsonNode value, long measure, String what) {
        List<String> broken = new ArrayList<>();
        shape.max().stream()
                .filter(max -> measure > max)
                .forEach(max -> broken.add("Member must have " + what + " less than or equal to " + max));
        shape.min().stream()
                .filter(min -> measure < min)
                .forEach(min -> broken.add("Member must have " + what + " greater than or equal to " + min));
        return broken;
    }

    /** Every constraint of a simple value, broken or not. */
    private static String all(Shape shape) {
        String what = shape.kind == Shape.Kind.String ? "length" : "value";
        List<String> all = new ArrayList<>();
        shape.max().ifPresent(max -> all.add("Member must have " + what + " less than or equal to " + max));
        shape.min().ifPresent(min -> all.add("Member must have " + what + " greater than or equal to " + min));
        shape.pattern().ifPresent(pattern -> all.add("Member must satisfy regular expression pattern: " + pattern));
        if (!shape.constants().isEmpty()) {
            all.add("Member must satisfy enum value set: " + shape.constants());
        }
        return all.toString();
    }

    private void violated(String path, String constraint) {
        violations.add("Value at '" + path + "' failed to satisfy constraint: " + constraint);
    }
}
