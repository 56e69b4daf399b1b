package dev.jobport.verdict.rules;

import dev.jobport.verdict.Status;

/**
 * A story that is not what it looks like.
 *
 * @param status what becomes of a rule in it
 * @param what why
 */
record Odd(String rule, Status status, String what, Story story) {

    @Override
    public String toString() {
        return rule + " is " + status + " if " + what;
    }
}
