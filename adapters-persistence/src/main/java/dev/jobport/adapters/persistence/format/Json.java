package dev.jobport.adapters.persistence.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JSON in which what is absent is left out. The names in it are part of the schema: they change with its version. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds JSON that it did not write", e);
        }
    }

    public static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    public static void put(ObjectNode object, String name, Optional<String> text) {
        text.ifPresent(present -> object.put(name, present));
    }

    /** In the order given. */
    public static void putAll(ObjectNode object, Map<String, String> texts) {
        texts.forEach(object::put);
    }

    /** An object whose values are all texts. */
    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }

    public static String text(JsonNode object, String name) {
        return object.required(name).textValue();
    }

    public static Optional<String> optionalText(JsonNode object, String name) {
        return optional(object, name, JsonNode::textValue);
    }

    public static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        array.forEach(item -> list.add(reader.apply(item)));
        return list;
    }

    public static <T> Optional<T> optional(JsonNode object, String name, Function<JsonNode, T> reader) {
        return Optional.ofNullable(object.get(name)).map(reader);
    }
}
