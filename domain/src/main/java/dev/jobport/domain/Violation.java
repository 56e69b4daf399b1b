package dev.jobport.domain;

import java.util.Map;

/**
 * One constraint that a value broke, told in AWS's words.
 *
 * @param path where the value stands: lowerCamel names joined by dots, list items as {@code 1.member}; empty for the
 *     value itself
 * @param shown how the value is shown: {@code 'x'}, {@code null}, or empty for a sensitive one
 * @param subject who must do it, as in "Member"
 * @param constraint what the value must do, as in "have length less than or equal to 256"
 */
public record Violation(String path, String shown, String subject, String constraint) {

    private static final String NOT_NULL = "not be null";
    private static final String MEMBER = "Member";

    private Violation(String path, String shown, String constraint) {
        this(path, shown, MEMBER, constraint);
    }

    /** A required member is absent. */
    public static Violation missing(String path) {
        return new Violation(path, "null", NOT_NULL);
    }

    /** A required member is absent whose value would not be shown either. */
    public static Violation missingSensitive(String path) {
        return new Violation(path, "", NOT_NULL);
    }

    /** A value broke a constraint and may be shown. */
    public static Violation of(Object value, String constraint) {
        return new Violation("", "'" + value + "'", constraint);
    }

    /** A value broke a constraint and must not be shown. */
    public static Violation ofSensitive(String constraint) {
        return new Violation("", "", constraint);
    }

    /**
     * A map may be shown that broke a constraint, or some of whose keys or values did: AWS tells that of the whole.
     *
     * @param subject "Member", "Map keys" or "Map value"
     */
    public static Violation ofMap(Map<String, String> map, String subject, String constraint) {
        return new Violation("", "'" + map + "'", subject, constraint);
    }

    /** The same violation, seen from the structure that holds the value as {@code member}. */
    public Violation in(String member) {
        return new Violation(path.isEmpty() ? member : member + "." + path, shown, subject, constraint);
    }

    /** The sentence that AWS prints. */
    public String message() {
        return "Value " + (shown.isEmpty() ? "" : shown + " ") + "at '" + path + "' failed to satisfy constraint: "
                + subject + " must " + constraint;
    }
}
