package dev.jobport.cli;

/** A command could not do what it was asked; the message says why in one line for people. */
public class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CommandFailed(String message) {
        super(message);
    }
}
