package dev.jobport.verdict;

/** How bad it is when a rule is broken, worst first. */
public enum Severity {
    /** AWS's documentation or model says so, or work is lost. */
    ERROR,
    /** It works, and will hurt somebody. */
    WARNING,
    /** AWS is silent, and experience is not. */
    ADVICE;

    /** Whether this is as bad as the other, or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
