package dev.jobport.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code in documents, compared with the code. Each block of Java is a quote, and the line above it links to its file. */
final class Quotes {

    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```java *\\n((?s:.*?))^ *```");
    private static final Pattern LINK_TO_JAVA = Pattern.compile("\\]\\(([^)\\s]+\\.java)\\)");

    private Quotes() {}

    /** The quotes that cannot be found in their file, each by its first line; white space does not count. */
    static Stream<String> wrong(Path document, String text) {
        return BLOCK.matcher(text)
                .results()
                .filter(block ->
                        !isIn(document, text.substring(0, block.start()).stripTrailing(), block))
                .map(block -> block.group(1).strip().lines().findFirst().orElse("nothing"));
    }

    private static boolean isIn(Path document, String before, MatchResult block) {
        String lineAbove = before.substring(before.lastIndexOf('\n') + 1);
        return LINK_TO_JAVA
                .matcher(lineAbove)
                .results()
                .map(link -> document.resolveSibling(link.group(1)))
                .filter(Files::exists)
                .anyMatch(file -> dense(read(file)).contains(dense(block.group(1))));
    }

    private static String dense(String code) {
        return code.replaceAll("\\s", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
