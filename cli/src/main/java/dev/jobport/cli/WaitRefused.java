package dev.jobport.cli;

/** The server lets no more clients wait for now; without waiting they are answered. */
final class WaitRefused extends CommandFailed {

    static final String PROBLEM = "urn:jobport:problem:too-many-waits";

    private static final long serialVersionUID = 1;

    WaitRefused(String message) {
        super(message);
    }
}
