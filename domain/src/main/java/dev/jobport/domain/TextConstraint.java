package dev.jobport.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a text must be: its length in Unicode characters, and its pattern. */
public final class TextConstraint {

    /** A lower-case uuid (RFC 9562). */
    public static final TextConstraint UUID = pattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final int minLength;
    private final int maxLength;
    private final String regex;
    private final Pattern pattern;

    private TextConstraint(int minLength, int maxLength, String regex, Pattern pattern) {
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.regex = regex;
        this.pattern = pattern;
    }

    /** From {@code min} to {@code max} Unicode characters, both allowed. */
    public static TextConstraint length(int min, int max) {
        return new TextConstraint(min, max, null, null);
    }

    /** Any text that the pattern matches as a whole. */
    public static TextConstraint pattern(String regex) {
        return pattern(regex, regex);
    }

    /**
     * The same for a pattern that takes far too long over a text made for that.
     *
     * @param regex as AWS has it, and as it is shown
     * @param quick matches the same texts, in time that grows with the text's length only
     */
    public static TextConstraint pattern(String regex, String quick) {
        return new TextConstraint(0, Integer.MAX_VALUE, regex, Pattern.compile(quick));
    }

    /** The same, and the pattern must match the whole text. */
    public TextConstraint matching(String regex) {
        return matching(regex, regex);
    }

    /** The same for a pattern that takes far too long, as in {@link #pattern(String, String)}. */
    public TextConstraint matching(String regex, String quick) {
        return new TextConstraint(minLength, maxLength, regex, Pattern.compile(quick));
    }

    public int minLength() {
        return minLength;
    }

    public int maxLength() {
        return maxLength;
    }

    /** What the whole text must match; absent if anything goes. */
    public Optional<String> regex() {
        return Optional.ofNullable(regex);
    }

    /** Whether {@link #require} lets the value through. */
    public boolean accepts(String value) {
        int length = value.codePointCount(0, value.length());
        return length >= minLength && length <= maxLength && matches(value);
    }

    private boolean matches(String value) {
        return pattern == null || pattern.matcher(value).matches();
    }

    /**
     * Lets a good value through.
     *
     * @throws Refusal.Validation naming every part of the constraint that the value breaks
     */
    public String require(String value) {
        return require("", value);
    }

    /**
     * Lets a good value through.
     *
     * @param place of the value in what is refused
     * @throws Refusal.Validation naming the place and every part of the constraint that the value breaks
     */
    public String require(String place, String value) {
        if (accepts(value)) {
            return value;
        }
        int length = value.codePointCount(0, value.length());
        List<Violation> violations = new ArrayList<>();
        if (length > maxLength) {
            violations.add(Violation.of(notLongerThan()));
        }
        if (length < minLength) {
            violations.add(Violation.of(notShorterThan()));
        }
        if (!matches(value)) {
            violations.add(Violation.of(asThePattern()));
        }
        throw new Refusal.Validation(
                violations.stream().map(violation -> violation.in(place)).toList());
    }

    /** All that a value must do, broken or not. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (maxLength < Integer.MAX_VALUE) {
            parts.add(notLongerThan());
        }
        if (minLength > 0) {
            parts.add(notShorterThan());
        }
        if (pattern != null) {
            parts.add(asThePattern());
        }
        return parts;
    }

    private String notLongerThan() {
        return "have length less than or equal to " + maxLength;
    }

    private String notShorterThan() {
        return "have length greater than or equal to " + minLength;
    }

    private String asThePattern() {
        return "satisfy regular expression pattern: " + regex;
    }
}
