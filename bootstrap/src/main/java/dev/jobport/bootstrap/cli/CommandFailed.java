package dev.jobport.bootstrap.cli;

/** A command could not do what it was asked; the message says why in one line for people. */
class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandFailed(String message) {
        super(message);
    }
}
