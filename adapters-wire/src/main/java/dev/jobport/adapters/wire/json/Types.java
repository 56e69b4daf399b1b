package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.TextConstraint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The types that members have; structures have a {@link Shape}. */
public final class Types {

    /** True or false. */
    public static final Type<Boolean> BOOLEAN =
            new Composed<>(Members::bool, BooleanNode::valueOf, schemas -> ofType("boolean"));

    /** Any text. */
    public static final Type<String> TEXT = text(Function.identity(), Function.identity());

    /** A point in time that is read in seconds since 1970, to the millisecond. */
    public static final Type<Instant> SECONDS_SINCE_1970 =
            new Composed<>(Members::time, Types::onlyRead, schemas -> ofType("number"));

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** A point in time that is shown in ISO 8601, UTC, to the millisecond. */
    public static final Type<Instant> DATE_TIME = new Composed<>(
            Types::onlyWritten,
            time -> Json.text(ISO.format(time)),
            schemas -> ofType("string").put("format", "date-time"));

    private Types() {}

    /** A text that has to keep a constraint. */
    public static Type<String> text(TextConstraint constraint) {
        return text(constraint, constraint::require, Function.identity());
    }

    /**
     * A value that is a text in JSON.
     *
     * @param constraint of the text, for the schema
     * @param value of a text; refuses one that does not keep the constraint
     */
    public static <V> Type<V> text(TextConstraint constraint, Function<String, V> value, Function<V, String> text) {
        return new Composed<>(
                (in, member, present) -> in.text(member, present, value),
                it -> Json.text(text.apply(it)),
                schemas -> schema(constraint));
    }

    /** A value that is a text in JSON, in a structure that no document describes. */
    public static <V> Type<V> text(Function<String, V> value, Function<V, String> text) {
        return text(TextConstraint.length(0, Integer.MAX_VALUE), value, text);
    }

    /** A value that is shown as a text, and never read. */
    public static <V> Type<V> shown(Function<V, String> text) {
        return new Composed<>(Types::onlyWritten, it -> Json.text(text.apply(it)), schemas -> ofType("string"));
    }

    /** One of an enumeration's constants, by its name. */
    public static <E extends Enum<E>> Type<E> constant(Class<E> constants) {
        return new Composed<>(
                (in, member, present) -> in.text(member, present, text -> Members.constant(text, constants)),
                it -> Json.text(it.name()),
                schemas -> {
                    ObjectNode schema = ofType("string");
                    ArrayNode names = schema.putArray("enum");
                    Stream.of(constants.getEnumConstants()).map(Enum::name).forEach(names::add);
                    return schema;
                });
    }

    /** A whole number of 32 bits. */
    public static Type<Integer> whole(RangeConstraint range) {
        return new Composed<>(
                (in, member, present) -> in.integer(member, present, range),
                IntNode::valueOf,
                schemas -> schema(range));
    }

    /** A duration in whole seconds. */
    public static Type<Duration> seconds(RangeConstraint range) {
        return new Composed<>(
                (in, member, present) -> {
                    Integer seconds = in.integer(member, present, range);
                    return seconds == null ? null : Duration.ofSeconds(seconds);
                },
                duration -> LongNode.valueOf(duration.toSeconds()),
                schemas -> schema(range));
    }

    /** A list, each item of which is told by its number if it is wrong. */
    public static <V> Type<List<V>> list(Type<V> item) {
        return new Composed<>(
                (in, member, present) -> in.items(member, present, item),
                values -> written(values, item),
                schemas -> ofType("array").set("items", item.schema(schemas)));
    }

    /** A map from text to text, in the order given. */
    public static Type<Map<String, String>> map(TextConstraint key, TextConstraint value) {
        return new Composed<>((in, member, present) -> in.map(member, present, key, value), Types::written, schemas -> {
            ObjectNode schema = ofType("object");
            schema.set("propertyNames", schema(key).without("type"));
            return schema.set("additionalProperties", schema(value));
        });
    }

    /** The same, which is shown and never read. */
    public static Type<Map<String, String>> shownMap() {
        return Types.<Map<String, String>>shownObject(Types::written)
                .withKeyword("additionalProperties", ofType("string"));
    }

    /** A value that is shown as an object, and never read. */
    public static <V> Type<V> shownObject(Function<V, ObjectNode> object) {
        return new Composed<>(Types::onlyWritten, object, schemas -> ofType("object"));
    }

    static ObjectNode ofType(String name) {
        return Json.object().put("type", name);
    }

    static <V> ArrayNode written(List<V> values, Type<V> item) {
        ArrayNode list = Json.array(values.size());
        for (V value : values) {
            list.add(item.write(value));
        }
        return list;
    }

    private static ObjectNode written(Map<String, String> map) {
        ObjectNode object = Json.object();
        map.forEach(object::put);
        return object;
    }

    /** Refuses to write what only requests have. */
    static <T, V> V onlyRead(T value) {
        throw new IllegalStateException("this is never a part of an answer");
    }

    private static <V> V onlyWritten(Members in, String member, JsonNode present) {
        throw new IllegalStateException(member + " is never a part of a request");
    }

    private static ObjectNode schema(TextConstraint constraint) {
        ObjectNode schema = ofType("string");
        if (constraint.minLength() > 0) {
            schema.put("minLength", constraint.minLength());
        }
        if (constraint.maxLength() < Integer.MAX_VALUE) {
            schema.put("maxLength", constraint.maxLength());
        }
        constraint.regex().ifPresent(regex -> schema.put("pattern", "^(?:" + regex + ")$"));
        return schema;
    }

    private static ObjectNode schema(RangeConstraint range) {
        return ofType("integer").put("minimum", range.min()).put("maximum", range.max());
    }

    /** Reads what a member holds, as {@link Type#read} does. */
    interface Reader<V> {
        V read(Members in, String member, JsonNode present);
    }

    /** A type that is composed of how it is read, written and shown. */
    record Composed<V>(Reader<V> reader, Function<V, ? extends JsonNode> writer, Function<Schemas, ObjectNode> shown)
            implements Type<V> {

        @Override
        public V read(Members in, String member, JsonNode present) {
            return reader.read(in, member, present);
        }

        @Override
        public JsonNode write(V value) {
            return writer.apply(value);
        }

        @Override
        public ObjectNode schema(Schemas schemas) {
            return shown.apply(schemas);
        }
    }
}
