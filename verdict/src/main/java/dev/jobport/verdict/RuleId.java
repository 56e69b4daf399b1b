package dev.jobport.verdict;

/**
 * The name of a rule, such as {@code CLAIM-3}. It is never used for another rule.
 *
 * @param group {@code CLAIM}
 */
public record RuleId(String group, int number) {

    public static RuleId of(String text) {
        if (!text.matches("[A-Z]+-[1-9][0-9]?")) {
            throw new IllegalArgumentException("A rule is named like CLAIM-3, not " + text + ".");
        }
        int dash = text.indexOf('-');
        return new RuleId(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return group + "-" + number;
    }
}
