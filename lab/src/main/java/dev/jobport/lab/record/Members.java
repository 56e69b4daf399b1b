package dev.jobport.lab.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jobport.verdict.json.Json;
import dev.jobport.verdict.json.NotJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in a body of JSON, flat: {@code executionDetails.summary}. Of what is no JSON nothing is. */
public final class Members {

    /** No request of the protocol has as many. More is left out, because each costs a hundred times what it costs to send. */
    private static final int MOST = 1_000;

    private Members() {}

    public static Map<String, String> of(byte[] body) {
        Map<String, String> flat = new LinkedHashMap<>();
        collect("", object(body), flat);
        return flat;
    }

    static Map<?, ?> object(byte[] body) {
        try {
            return body.length > 0 && Json.read(new String(body, UTF_8)) instanceof Map<?, ?> map ? map : Map.of();
        } catch (NotJson e) {
            return Map.of();
        }
    }

    private static void collect(String name, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> collect(name.isEmpty() ? key.toString() : name + "." + key, member, flat));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(name + "." + i, list.get(i), flat);
            }
        } else if (value != null && flat.size() < MOST) {
            flat.put(name, value.toString());
        }
    }
}
