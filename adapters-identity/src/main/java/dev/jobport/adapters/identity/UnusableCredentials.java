package dev.jobport.adapters.identity;

/** The file of credentials cannot be used; the message says in one line which, why and what to do, but no secret. */
public final class UnusableCredentials extends RuntimeException {
    UnusableCredentials(String message) {
        super(message);
    }
}
