package dev.jobport.cli;

import java.util.stream.Collectors;

/**
 * Keeps foreign text from being more than text: control characters, line breaks among them, and characters that turn the
 * direction of writing are shown as their escapes.
 */
public final class Legible {

    private Legible() {}

    /** All of it on one line. */
    public static String line(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return text; // as nearly all are
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPlain(c)) {
                shown.appendCodePoint(c);
            } else {
                Character.toString(c).chars().forEach(unit -> shown.append(String.format("\\u%04x", unit)));
            }
        });
        return shown.toString();
    }

    /** Text of several lines, each of which is indented, so that none can be taken for a line of ours. */
    public static String indented(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.lines().forEach(part -> {
            String rest = part.stripLeading();
            shown.append('\t')
                    .append(rest.startsWith("at ") ? "\t" : "")
                    .append(line(rest))
                    .append(System.lineSeparator());
        });
        return shown.toString();
    }

    /**
     * JSON on its lines, still JSON: within its texts the escapes are JSON's own, and elsewhere it has nothing to escape.
     */
    public static String json(String text) {
        return text.lines().map(Legible::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
