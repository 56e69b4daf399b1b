package dev.jobport.verdict;

/** What became of a rule. */
public enum Status {
    /** It could have been broken, and was not. */
    KEPT("kept"),
    /** It was broken at least once. */
    BROKEN("broken"),
    /** Whenever it could have been broken, something was done to the worker that excuses it. */
    EXEMPT("exempt"),
    /** Nothing happened in which it could have been broken. */
    NOT_EXERCISED("not exercised"),
    /** Nobody watched from where it can be judged, or the rule itself failed. */
    NOT_OBSERVABLE("not observable");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
