package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.Json;

/** JSON merge patch (RFC 7396): members that are given replace, null takes away, objects are merged, and lists are not. */
final class MergePatch {

    private MergePatch() {}

    /** A null for a member that the target lacks stays in the result, whose reader can then refuse a misspelt name. */
    static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = merged(target, patch);
        patch.properties().stream()
                .filter(member -> member.getValue().isNull() && !target.has(member.getKey()))
                .forEach(member -> merged.putNull(member.getKey()));
        return merged;
    }

    private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(member -> {
            String name = member.getKey();
            if (member.getValue().isNull()) {
                merged.remove(name);
            } else if (member.getValue() instanceof ObjectNode object) {
                merged.set(
                        name, merged(target.get(name) instanceof ObjectNode before ? before : Json.object(), object));
            } else {
                merged.set(name, member.getValue());
            }
        });
        return merged;
    }
}
