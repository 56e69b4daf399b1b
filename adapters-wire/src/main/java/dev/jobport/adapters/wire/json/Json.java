package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one way in and out of JSON: strict about what it reads, plain in what it writes. */
public final class Json {

    /** How deep objects and lists may stand in each other; no request needs a tenth of it. */
    static final int LARGEST_DEPTH = 100;

    /**
     * How many names, values, brackets and braces there may be. It bounds what a tree takes, which can be thirty times
     * the text; output variables, the most that a request may hold, need fewer than AWS's limit of their size allows.
     */
    static final int MAX_TOKENS = 100_000;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(LARGEST_DEPTH)
            .maxTokenCount(MAX_TOKENS)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()) // a virtual thread brings no buffers
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /**
     * What a token takes of the budget of bytes in flight: in a tree some 64 bytes, and a byte in flight stands for four of
     * the heap.
     */
    private static final int ROOM_OF_A_TOKEN = 16;

    private static final JsonWalk WALK = new JsonWalk(LIMITS);

    /** What the decoder puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private Json() {}

    /**
     * Reads a JSON object. A byte order mark, bytes that are not UTF-8, half a surrogate pair, a member named twice and
     * anything after the object are refused: whatever is read can also be written.
     *
     * @throws Unreadable.NotJson if it is anything else
     */
    public static ObjectNode read(byte[] body) {
        String text = decode(body);
        JsonNode node = parse(text);
        if (!(node instanceof ObjectNode object)) {
            throw noObject();
        }
        if (text.contains("\\u")) { // otherwise the decoder has seen to it
            requireWholeCharacters(object);
        }
        return object;
    }

    /**
     * Looks whether {@link #read} would read it, and keeps nothing of it: for whoever is not known yet.
     *
     * @return how much of the budget of bytes in flight the tree takes that {@link #read} makes of it
     * @throws Unreadable.NotJson as {@link #read} does
     */
    public static int check(byte[] body) {
        String text = decode(body);
        try {
            return ROOM_OF_A_TOKEN * WALK.through(text);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    private static String decode(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(body, text.getBytes(StandardCharsets.UTF_8))) {
            throw new Unreadable.NotJson("The body is not UTF-8.");
        }
        return text;
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /** Its own message shows parts of the body, which may be secret. */
    private static Unreadable.NotJson notJson(IOException e) {
        JsonLocation place = e instanceof JsonProcessingException processing ? processing.getLocation() : null;
        return new Unreadable.NotJson(
                place == null
                        ? "The body is not JSON."
                        : "The body is not JSON: line %d, column %d."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    private static void requireWholeCharacters(JsonNode node) {
        node.properties().forEach(member -> requireWholeCharacters(member.getKey()));
        node.forEach(Json::requireWholeCharacters);
        if (node.isTextual()) {
            requireWholeCharacters(node.textValue());
        }
    }

    private static void requireWholeCharacters(String text) {
        if (!isWhole(text)) {
            throw halfACharacter();
        }
    }

    /** Whether it has no half of a surrogate pair. */
    static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static Unreadable.NotJson halfACharacter() {
        return new Unreadable.NotJson("The body has half a surrogate pair.");
    }

    static Unreadable.NotJson noObject() {
        return new Unreadable.NotJson("The body is not a JSON object.");
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(int size) {
        return JsonNodeFactory.instance.arrayNode(size);
    }

    public static TextNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
