package dev.jobport.conformance.wire;

/** What a clause needs before it can be asked did not work: neither kept nor broken. */
public final class SetUpFailed extends RuntimeException {

    public SetUpFailed(String message) {
        super(message);
    }

    public SetUpFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
