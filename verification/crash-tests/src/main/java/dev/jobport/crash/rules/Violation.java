package dev.jobport.crash.rules;

/**
 * Something happened that the protocol rules out.
 *
 * @param subject the id of the job or action, or the name of the action type, that it happened to
 */
public record Violation(String rule, String subject, String what) {

    @Override
    public String toString() {
        return rule + ": " + subject + " " + what;
    }
}
