package dev.jobport.adapters.identity;

/**
 * It is not known who sent a request. The messages are AWS's, and are for the sender: they show no part of the
 * {@code Authorization} header, which may hold a secret in the wrong place.
 */
public final class NotAuthenticated extends RuntimeException {

    private final Reason reason;

    /** In the order in which AWS looks for them. */
    public enum Reason {
        MissingAuthenticationToken,
        IncompleteSignature,
        UnrecognizedClient,
        InvalidSignature;

        /** What the error is called on the wire. */
        public String exceptionName() {
            return name() + "Exception";
        }
    }

    NotAuthenticated(Reason reason, String message) {
        super(message, null, false, false); // an answer, not a crash: a stack trace would only cost time
        this.reason = reason;
    }

    static NotAuthenticated missing() {
        return new NotAuthenticated(Reason.MissingAuthenticationToken, "Missing Authentication Token");
    }

    /** For a server without credentials, which takes nothing from browsers. */
    static NotAuthenticated fromElsewhere() {
        return new NotAuthenticated(
                Reason.MissingAuthenticationToken,
                "Without --credentials this server takes no requests of web pages, and none for another host name than"
                        + " its own: call it as localhost or by its address.");
    }

    static NotAuthenticated incomplete(String message) {
        return new NotAuthenticated(Reason.IncompleteSignature, message);
    }

    static NotAuthenticated unrecognized() {
        return new NotAuthenticated(
                Reason.UnrecognizedClient, "The security token included in the request is invalid.");
    }

    static NotAuthenticated invalid(String message) {
        return new NotAuthenticated(Reason.InvalidSignature, message);
    }

    public Reason reason() {
        return reason;
    }
}
