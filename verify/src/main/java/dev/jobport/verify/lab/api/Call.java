package dev.jobport.verify.lab.api;

import dev.jobport.cli.Nearest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has come so far.
 *
 * @param inPath what stands in the places of the path that are in braces
 * @param query as it was sent
 */
record Call(List<String> inPath, Optional<String> query, String body) {

    Given body(String... known) {
        return Given.read(body, known);
    }

    Map<String, String> query(String... known) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each :
                query.filter(it -> !it.isEmpty()).map(it -> it.split("&")).orElse(new String[0])) {
            String[] pair = each.split("=", 2);
            if (!List.of(known).contains(pair[0])) {
                throw Refused.wrong("The query takes no " + pair[0] + "; there are " + String.join(", ", known)
                        + Nearest.question(pair[0], List.of(known)));
            }
            all.put(pair[0], pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return all;
    }
}
