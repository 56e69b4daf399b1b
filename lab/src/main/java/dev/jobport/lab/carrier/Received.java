package dev.jobport.lab.carrier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param target what stands between the method and the version
 * @param headers in the order sent; a name may come again
 * @param connection the number of the connection that it came by, counted by the carrier from 1
 * @param unusable the status that tells why its body was not read, if it was not
 */
public record Received(
        String method,
        String target,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        long connection,
        Optional<Integer> unusable) {

    /** The first of a name; its case does not matter. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(it -> it.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
