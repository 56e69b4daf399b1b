package dev.jobport.domain;

/**
 * One constraint that a value broke, told in CodePipeline's words. The value itself is never told: it may be a secret.
 *
 * @param path where the value stands: lowerCamel names joined by dots, list items as {@code 1.member}; empty for the
 *     value itself
 * @param subject who must do it, as in "Member"
 * @param constraint what the value must do, as in "have length less than or equal to 256"
 */
public record Violation(String path, String subject, String constraint) {

    /** A required member is absent. */
    public static Violation missing(String path) {
        return new Violation(path, "Member", "not be null");
    }

    /** A value broke a constraint. */
    public static Violation of(String constraint) {
        return ofSome("Member", constraint);
    }

    /**
     * A map has keys or values that broke a constraint: AWS tells that of the whole.
     *
     * @param subject "Map keys" or "Map value"
     */
    public static Violation ofSome(String subject, String constraint) {
        return new Violation("", subject, constraint);
    }

    /** The same violation, seen from the structure that holds the value as {@code member}. */
    public Violation in(String member) {
        String joint = member.isEmpty() || path.isEmpty() ? "" : ".";
        return new Violation(member + joint + path, subject, constraint);
    }

    /** The sentence that CodePipeline prints. */
    public String message() {
        return "Value at '" + path + "' failed to satisfy constraint: " + subject + " must " + constraint;
    }
}
