package dev.jobport.adapters.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The one way in and out of JSON: strict about what it reads, plain in what it writes. */
public final class Json {

    /** How deep objects and lists may stand in each other; no request needs a tenth of it. */
    static final int LARGEST_DEPTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(LARGEST_DEPTH)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()) // a virtual thread brings no buffers
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

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
            throw new Unreadable.NotJson("The body is not a JSON object.");
        }
        if (text.contains("\\u")) { // otherwise the decoder has seen to it
            requireWholeCharacters(object);
        }
        return object;
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
        } catch (JsonProcessingException e) { // its message shows parts of the body, which may be secret
            throw new Unreadable.NotJson(
                    e.getLocation() == null
                            ? "The body is not JSON."
                            : "The body is not JSON: line %d, column %d."
                                    .formatted(
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr()));
        }
    }

    private static void requireWholeCharacters(JsonNode node) {
        node.properties().forEach(member -> requireWholeCharacters(member.getKey()));
        node.forEach(Json::requireWholeCharacters);
        if (node.isTextual()) {
            requireWholeCharacters(node.textValue());
        }
    }

    private static void requireWholeCharacters(String text) {
        boolean half = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (half) {
            throw new Unreadable.NotJson("The body has half a surrogate pair.");
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
