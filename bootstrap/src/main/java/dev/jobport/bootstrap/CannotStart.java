package dev.jobport.bootstrap;

/** The server cannot start as it was asked to; the message says in one line why and what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
