package dev.jobport.adapters.wire.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The schemas that have names. Each is shown once, and referred to wherever it is meant. */
public final class Schemas {

    private final Map<String, ObjectNode> byName = new TreeMap<>();

    /** A reference to the schema of this name. */
    public ObjectNode reference(String name, Supplier<ObjectNode> schema) {
        ObjectNode made = schema.get();
        ObjectNode before = byName.put(name, made);
        if (before != null && !before.equals(made)) {
            throw new IllegalStateException("two different schemas are named " + name);
        }
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    /** All of them, by name. */
    public ObjectNode all() {
        ObjectNode all = Json.object();
        byName.forEach(all::set);
        return all;
    }
}
