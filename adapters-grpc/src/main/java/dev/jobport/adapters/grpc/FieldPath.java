package dev.jobport.adapters.grpc;

import java.util.Locale;

/** The place of a value in the names of the {@code .proto} files. */
final class FieldPath {

    /** A map, whose keys are anybody's. */
    private static final String CONFIGURATION = "configuration.";

    private FieldPath() {}

    /** {@code inputArtifacts.1.member.bucketName} is {@code input_artifacts[0].bucket_name}. */
    static String of(String path) {
        if (path.startsWith(CONFIGURATION)) {
            return path;
        }
        StringBuilder field = new StringBuilder();
        for (String part : path.split("\\.")) {
            if (part.matches("\\d{1,9}")) {
                field.append('[').append(Integer.parseInt(part) - 1).append(']');
            } else if (!part.equals("member")) {
                field.append(field.isEmpty() ? "" : ".").append(lowerSnake(part));
            }
        }
        return field.toString();
    }

    private static String lowerSnake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
