package dev.jobport.verdict;

/**
 * Who says so.
 *
 * @param where the page, the code or the observation
 */
public record Source(Kind kind, String where) {

    /** What kind of authority it is. */
    public enum Kind {
        /** AWS's documentation. */
        DOC("AWS's documentation"),
        /** AWS's model of the API. */
        MODEL("AWS's model"),
        /** AWS's sample worker or its Jenkins plugin. */
        AWS_CODE("AWS's own code"),
        /** It was observed of AWS, or of its SDKs. */
        SEEN("Observed"),
        /** AWS is silent; this is our advice. */
        OURS("Our advice");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return kind.words + ": " + where;
    }
}
