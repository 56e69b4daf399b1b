package dev.jobport.adapters.identity;

/** It is known who sent a request, and that they may not use the control API, or not this part of it. */
public final class NotAuthorized extends RuntimeException {
    private NotAuthorized(String message) {
        super(message, null, false, false); // an answer, not a crash
    }

    /** @param what as in "access key AKIDEXAMPLE" */
    static NotAuthorized withoutControl(String what) {
        return new NotAuthorized("The " + what + " has no control rights: set \"control\": true in"
                + " the server's credentials file, or use another.");
    }

    static NotAuthorized ofAnotherAccount() {
        return new NotAuthorized(
                "This tells of all accounts, and so only those may see it who control the server's own.");
    }
}
