package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a value stands in JSON. It is read, written and shown as a schema by one declaration.
 *
 * @param <V> the value
 */
public interface Type<V> {

    /**
     * Reads what a member holds. What is wrong with it is remembered by the members.
     *
     * @return null if anything is wrong
     */
    V read(Members in, String member, JsonNode present);

    JsonNode write(V value);

    /** What tools are told of it, in JSON Schema. */
    ObjectNode schema(Schemas schemas);

    /** The same, and people are told this of it. */
    default Type<V> about(String description) {
        return withKeyword("description", Json.text(description));
    }

    /** The same, with this in its schema too. */
    default Type<V> withKeyword(String keyword, JsonNode content) {
        return new Types.Composed<>(
                this::read, this::write, schemas -> schema(schemas).set(keyword, content));
    }

    /** The same, under a name of its own in the document that describes the API. */
    default Type<V> named(String name) {
        return new Types.Composed<>(this::read, this::write, schemas -> schemas.reference(name, () -> schema(schemas)));
    }
}
