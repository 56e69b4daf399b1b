package dev.jobport.adapters.wire.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes values of a shape: good ones, ones at and beyond each limit, and ones of another type. */
public final class Requests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One of these, or one with its last character repeated, matches each pattern of the model. */
    private static final List<String> SEEDS = List.of(
            "x",
            "123456789012",
            "AWS",
            "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
            "arn:aws:codepipeline:us-east-1:123456789012:x",
            "arn:aws:lambda:us-east-1:123456789012:function:x",
            "arn:aws:iam::123456789012:role/x");

    /** What no pattern of names allows: another alphabet, white space, what a line or a text may end with. */
    private static final List<String> STRANGE =
            List.of("", " ", "x y", "x\n", "\nx", "é", "x/x", "\u0000", "'", "\"; '", "<x>", "𝄞", "x".repeat(20_000));

    private static final List<JsonNode> OF_EVERY_TYPE = List.of(
            NullNode.instance,
            TextNode.valueOf("x"),
            LongNode.valueOf(7),
            DoubleNode.valueOf(7.5),
            BooleanNode.TRUE,
            BooleanNode.FALSE,
            JSON.arrayNode(),
            JSON.arrayNode().add("x"),
            JSON.objectNode(),
            JSON.objectNode().put("x", 1));

    private static final List<JsonNode> NUMBERS = List.of(
            LongNode.valueOf(0),
            LongNode.valueOf(-1),
            LongNode.valueOf(Integer.MAX_VALUE),
            LongNode.valueOf(Integer.MIN_VALUE),
            LongNode.valueOf(Integer.MAX_VALUE + 1L),
            LongNode.valueOf(Integer.MIN_VALUE - 1L),
            LongNode.valueOf(1_700_000_000),
            DoubleNode.valueOf(1_700_000_000.5),
            DecimalNode.valueOf(new BigDecimal("1700000000.123")),
            DecimalNode.valueOf(new BigDecimal("1E+2")),
            DecimalNode.valueOf(new BigDecimal("1E+400")),
            DoubleNode.valueOf(1.0),
            DoubleNode.valueOf(-0.0),
            LongNode.valueOf(-62_135_596_800L),
            LongNode.valueOf(-62_135_596_801L),
            LongNode.valueOf(253_402_300_799L),
            LongNode.valueOf(253_402_300_800L),
            LongNode.valueOf(Long.MAX_VALUE),
            BigIntegerNode.valueOf(BigInteger.TEN.pow(200)));

    private Requests() {}

    /** A good request with every member that there is. */
    public static JsonNode full(Shape shape) {
        return good(shape, true);
    }

    /** One request for each limit, each type and each member, missing ones included; all else in it is good. */
    public static Set<JsonNode> atAndBeyondEachLimit(Shape shape) {
        Set<JsonNode> values = new LinkedHashSet<>(OF_EVERY_TYPE);
        values.add(good(shape, true));
        values.add(good(shape, false));
        switch (shape.kind) {
            case Structure ->
                shape.members().forEach((name, member) -> {
                    values.add(((ObjectNode) good(shape, true)).without(name));
                    atAndBeyondEachLimit(member).forEach(value -> values.add(with(shape, name, value)));
                    values.add(with(
                            shape,
                            "aMemberOfTomorrow",
                            JSON.objectNode().putArray("x").add(NullNode.instance)));
                });
            case List -> {
                sizes(shape).forEach(size -> values.add(list(shape, size)));
                for (JsonNode item : atAndBeyondEachLimit(shape.item())) {
                    values.add(JSON.arrayNode().add(item));
                    values.add(JSON.arrayNode().add(good(shape.item(), false)).add(item));
                }
            }
            case Map -> {
                sizes(shape).forEach(size -> values.add(map(shape, size)));
                String key = good(shape.key(), true).textValue();
                atAndBeyondEachLimit(shape.value())
                        .forEach(value -> values.add(JSON.objectNode().set(key, value)));
                atAndBeyondEachLimit(shape.key()).stream()
                        .filter(JsonNode::isTextual)
                        .forEach(odd -> values.add(JSON.objectNode().set(odd.textValue(), good(shape.value(), true))));
            }
            case String -> texts(shape).forEach(text -> values.add(TextNode.valueOf(text)));
            case Integer -> {
                values.addAll(NUMBERS);
                around(shape.min()).forEach(limit -> values.add(LongNode.valueOf(limit)));
                around(shape.max()).forEach(limit -> values.add(LongNode.valueOf(limit)));
            }
            case Timestamp -> {
                values.addAll(NUMBERS);
                values.add(TextNode.valueOf("2023-11-14T22:13:20Z"));
                values.add(TextNode.valueOf("1700000000"));
            }
            case Boolean -> values.add(TextNode.valueOf("true"));
        }
        return values;
    }

    /** A request of which any number of members may be wrong at once. */
    public static JsonNode random(Shape shape, Random random) {
        if (shape.kind == Shape.Kind.Structure) {
            ObjectNode structure = JSON.objectNode();
            shape.members().forEach((name, member) -> {
                if (random.nextInt(8) > 0) {
                    structure.set(name, random(member, random));
                }
            });
            return structure;
        }
        // of a wrong type only now and then: it hides whatever else is wrong
        Stream<JsonNode> values = atAndBeyondEachLimit(shape).stream();
        List<JsonNode> choice = (random.nextInt(20) == 0
                        ? values
                        : values.filter(value ->
                                value.getNodeType() == good(shape, true).getNodeType()))
                .toList();
        return choice.get(random.nextInt(choice.size()));
    }

    private static JsonNode good(Shape shape, boolean whole) {
        return switch (shape.kind) {
            case Structure -> {
                ObjectNode structure = JSON.objectNode();
                for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
                    if (whole || shape.requires(member.getKey())) {
                        structure.set(member.getKey(), good(member.getValue(), whole));
                    }
                }
                yield structure;
            }
            case List -> list(shape, Math.max(1, shape.min().orElse(1)));
            case Map -> map(shape, Math.max(1, shape.min().orElse(1)));
            case String -> TextNode.valueOf(goodText(shape));
            case Integer -> LongNode.valueOf(shape.min().orElse(1));
            case Boolean -> BooleanNode.TRUE;
            case Timestamp -> LongNode.valueOf(1_700_000_000);
        };
    }

    private static JsonNode with(Shape structure, String member, JsonNode value) {
        return ((ObjectNode) good(structure, true)).set(member, value);
    }

    private static ArrayNode list(Shape shape, long size) {
        ArrayNode list = JSON.arrayNode();
        JsonNode item = good(shape.item(), true);
        for (long i = 0; i < size; i++) {
            list.add(item);
        }
        return list;
    }

    private static ObjectNode map(Shape shape, long size) {
        ObjectNode map = JSON.objectNode();
        String key = goodText(shape.key());
        JsonNode value = good(shape.value(), true);
        for (long i = 0; i < size; i++) {
            map.set(i == 0 ? key : key + i, value);
        }
        return map;
    }

    private static List<Long> sizes(Shape shape) {
        return Stream.concat(Stream.of(0L, 1L, 2L), Stream.concat(around(shape.min()), around(shape.max())))
                .filter(size -> size >= 0)
                .distinct()
                .toList();
    }

    private static Stream<Long> around(OptionalLong limit) {
        return limit.stream().boxed().flatMap(value -> Stream.of(value - 1, value, value + 1));
    }

    private static String goodText(Shape shape) {
        if (!shape.constants().isEmpty()) {
            return shape.constants().get(0);
        }
        long shortest = Math.max(1, shape.min().orElse(1));
        return SEEDS.stream()
                .flatMap(seed -> Stream.of(seed, padded(seed, shortest)))
                .filter(text -> text.length() >= shortest
                        && text.length() <= shape.max().orElse(Long.MAX_VALUE))
                .filter(text -> shape.pattern()
                        .map(pattern -> Pattern.matches(pattern, text))
                        .orElse(true))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no seed for " + shape + ": add one"));
    }

    private static List<String> texts(Shape shape) {
        List<String> texts = new ArrayList<>(STRANGE);
        texts.addAll(SEEDS);
        for (String constant : shape.constants()) {
            texts.addAll(
                    List.of(constant, constant.toLowerCase(java.util.Locale.ROOT), constant + " ", "'" + constant));
        }
        Stream.concat(around(shape.min()), around(shape.max()))
                .filter(length -> length > 0)
                .forEach(length -> {
                    SEEDS.forEach(seed -> texts.add(padded(seed, length)));
                    texts.add("é".repeat(length.intValue()));
                    texts.add("𝄞".repeat(length.intValue()));
                    texts.add("x".repeat(length.intValue() - 1) + "\n");
                });
        return texts;
    }

    private static String padded(String seed, long length) {
        return seed + seed.substring(seed.length() - 1).repeat((int) Math.max(0, length - seed.length()));
    }
}
