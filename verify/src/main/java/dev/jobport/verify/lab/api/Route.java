package dev.jobport.verify.lab.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method of a path.
 *
 * @param path {@code /labs/{lab}/actions/{action}}, below {@code /lab/v1}
 */
record Route(String method, String path, Function<Call, Answer> work) {

    /** The texts in the places of what is in braces, if this is its path. */
    Optional<List<String>> match(String asked) {
        String[] parts = path.split("/", -1);
        String[] given = asked.split("/", -1);
        if (parts.length != given.length) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                found.add(given[i]);
            } else if (!parts[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
