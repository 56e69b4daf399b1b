package dev.jobport.domain;

/**
 * What is wrong with a value: one constraint that it broke, told in CodePipeline's words, or a rule that has a sentence of
 * its own. A value that may be a secret is never told.
 *
 * @param path where the value stands: lowerCamel names joined by dots, list items as {@code 1.member}; empty for the
 *     value itself
 * @param subject who must do it, as in "Member"; empty if there is a sentence
 * @param constraint what the value must do, as in "have length less than or equal to 256", or the sentence
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

    /** A rule was broken that says all in a sentence of its own. */
    public static Violation sentence(String sentence) {
        return new Violation("", "", sentence);
    }

    /** The same violation, seen from the structure that holds the value as {@code member}. */
    public Violation in(String member) {
        String joint = member.isEmpty() || path.isEmpty() ? "" : ".";
        return new Violation(member + joint + path, subject, constraint);
    }

    public boolean isSentence() {
        return subject.isEmpty();
    }

    /** What to tell whoever sees the path. */
    public String demand() {
        return isSentence() ? constraint : "must " + constraint;
    }

    /** What to tell whoever sees nothing else; of a constraint, the sentence that CodePipeline prints. */
    public String message() {
        return isSentence()
                ? constraint
                : "Value at '" + path + "' failed to satisfy constraint: " + subject + " must " + constraint;
    }
}
