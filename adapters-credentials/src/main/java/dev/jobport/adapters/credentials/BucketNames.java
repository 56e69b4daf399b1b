package dev.jobport.adapters.credentials;

import java.util.List;

/**
 * Buckets that an account may name.
 *
 * @param patterns names, or beginnings of names with a {@code *} at the end
 */
record BucketNames(List<String> patterns) {

    private static final String REST = "*";

    BucketNames {
        patterns = List.copyOf(patterns);
    }

    boolean include(String bucket) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith(REST)
                        ? bucket.startsWith(pattern.substring(0, pattern.length() - 1))
                        : bucket.equals(pattern));
    }
}
