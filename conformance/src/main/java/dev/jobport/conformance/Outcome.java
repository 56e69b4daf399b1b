package dev.jobport.conformance;

/** What became of a clause. */
public enum Outcome {
    PASS("pass"),
    FAIL("fail"),
    /** AWS is silent, and the endpoint answers otherwise than this project decided. */
    DIFFERS("differs"),
    /** The endpoint is not said to be capable of what the clause needs. */
    NOT_APPLICABLE("not applicable"),
    /** What the clause needs did not work. It is neither kept nor broken. */
    SET_UP_ERROR("set-up error");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
