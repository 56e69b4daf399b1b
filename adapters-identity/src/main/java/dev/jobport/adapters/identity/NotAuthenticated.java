package dev.jobport.adapters.identity;

/**
 * It is not known who sent a request. The messages are AWS's, and are for the sender: they show no part of the
 * {@code Authorization} header, which may hold a secret in the wrong place.
 */
public final class NotAuthenticated extends RuntimeException {

    private final Reason reason;
    private final boolean guess;

    /** In the order in which AWS looks for them. */
    public enum Reason {
        MissingAuthenticationToken,
        IncompleteSignature,
        UnrecognizedClient,
        InvalidSignature
    }

    private NotAuthenticated(Reason reason, boolean guess, String message) {
        super(message, null, false, false); // an answer, not a crash: a stack trace would only cost time
        this.reason = reason;
        this.guess = guess;
    }

    static NotAuthenticated missing() {
        return new NotAuthenticated(Reason.MissingAuthenticationToken, false, "Missing Authentication Token");
    }

    /** For a server without credentials, which takes nothing from browsers. */
    static NotAuthenticated fromElsewhere() {
        return new NotAuthenticated(
                Reason.MissingAuthenticationToken,
                false,
                "Without --credentials this server takes no requests of web pages, and none for another host name than"
                        + " its own: call it as localhost or by its address.");
    }

    /** For a transport that takes tokens and no signatures. */
    static NotAuthenticated withoutToken() {
        return new NotAuthenticated(
                Reason.MissingAuthenticationToken,
                false,
                "Send a token of the server's credentials file: authorization: Bearer TOKEN.");
    }

    static NotAuthenticated incomplete(String message) {
        return new NotAuthenticated(Reason.IncompleteSignature, false, message);
    }

    static NotAuthenticated unrecognized() {
        return new NotAuthenticated(
                Reason.UnrecognizedClient, true, "The security token included in the request is invalid.");
    }

    static NotAuthenticated invalid(String message) {
        return new NotAuthenticated(Reason.InvalidSignature, false, message);
    }

    static NotAuthenticated mismatch() {
        return new NotAuthenticated(
                Reason.InvalidSignature,
                true,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                        + " Access Key and signing method. Consult the service documentation for details.");
    }

    /** Whether another secret in the same place might have been right. */
    boolean isGuess() {
        return guess;
    }

    public Reason reason() {
        return reason;
    }
}
