package dev.jobport.adapters.persistence.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** JSON in which what is absent is left out. The names in it are part of the schema: they change with its version. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the store holds JSON that it did not write", e);
        }
    }

    static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }

    static void put(ObjectNode object, String name, Optional<String> text) {
        text.ifPresent(present -> object.put(name, present));
    }

    static String text(JsonNode object, String name) {
        return object.required(name).textValue();
    }

    static Optional<String> optionalText(JsonNode object, String name) {
        return optional(object, name, JsonNode::textValue);
    }

    static <T> Optional<T> optional(JsonNode object, String name, Function<JsonNode, T> reader) {
        return Optional.ofNullable(object.get(name)).map(reader);
    }
}
