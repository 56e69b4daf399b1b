package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.Json;

/** JSON merge patch (RFC 7396): members that are given replace, null takes away, objects are merged, and lists are not. */
final class MergePatch {

    private MergePatch() {}

    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull() && target.has(member.getKey())) {
                merged.remove(member.getKey());
            } else if (value instanceof ObjectNode object) {
                ObjectNode old = target.get(member.getKey()) instanceof ObjectNode before ? before : Json.object();
                merged.set(member.getKey(), apply(old, object));
            } else {
                merged.set(member.getKey(), value);
            }
        });
        return merged;
    }
}
