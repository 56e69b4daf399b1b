package dev.jobport.verify.lab.api;

/** The API does not do what it was asked; the message says why. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refused wrong(String message) {
        return new Refused(400, message);
    }

    int status() {
        return status;
    }
}
