package dev.jobport.adapters.wire.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the model says of one kind of value. */
public final class Shape {

    /** The kinds that requests of this service are made of. A new one makes the suite fail, not pass it over. */
    enum Kind {
        Structure,
        List,
        Map,
        String,
        Integer,
        Boolean,
        Timestamp;

        static Kind named(String name) {
            return valueOf(Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
    }

    private final ServiceModel model;
    private final String name;
    private final JsonNode attributes;
    final Kind kind;

    Shape(ServiceModel model, String name, JsonNode attributes) {
        this.model = model;
        this.name = name;
        this.attributes = attributes;
        this.kind = Kind.named(attributes.get("type").textValue());
    }

    /** Those of a structure, in the model's order. */
    Map<String, Shape> members() {
        Map<String, Shape> members = new LinkedHashMap<>();
        attributes
                .get("members")
                .properties()
                .forEach(member -> members.put(member.getKey(), referred(member.getValue())));
        return members;
    }

    boolean requires(String member) {
        return texts("required").contains(member);
    }

    /** Of a list. */
    Shape item() {
        return referred(attributes.get("member"));
    }

    /** Of a map. */
    Shape key() {
        return referred(attributes.get("key"));
    }

    /** Of a map. */
    Shape value() {
        return referred(attributes.get("value"));
    }

    /** The shortest length, the fewest items or the smallest number. */
    OptionalLong min() {
        return number("min");
    }

    OptionalLong max() {
        return number("max");
    }

    /** What a text as a whole must match. */
    Optional<String> pattern() {
        return Optional.ofNullable(attributes.get("pattern")).map(JsonNode::textValue);
    }

    /** Empty if the shape is no enumeration. */
    List<String> constants() {
        return texts("enum");
    }

    private Shape referred(JsonNode reference) {
        return model.shape(reference.get("shape").textValue());
    }

    private OptionalLong number(String attribute) {
        JsonNode value = attributes.get(attribute);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }

    private List<String> texts(String attribute) {
        List<String> texts = new ArrayList<>();
        attributes.path(attribute).forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    @Override
    public String toString() {
        return name;
    }
}
