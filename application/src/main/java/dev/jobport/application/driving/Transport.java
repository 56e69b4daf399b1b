package dev.jobport.application.driving;

/**
 * A way in. Whoever adds one implements this over {@link DrivingPorts} and holds it to the contract tests for transports in
 * the module {@code contracts}.
 *
 * <p>A transport knows who calls, reads what is asked into domain values, asks a driving port, and tells the answer or the
 * refusal. It decides nothing else. It is started once and closed once.
 */
public interface Transport extends AutoCloseable {

    /**
     * Listens from now on.
     *
     * @return where it listens as a URL, with the port that it really has
     * @throws CannotListen if it cannot; then it has given back all that it took
     */
    String start();

    /** Takes nothing new, lets running requests end, and gives back all resources. Does nothing if it never started. */
    @Override
    void close();

    /** The address cannot be listened on; the message is one line for people. */
    class CannotListen extends RuntimeException {

        public CannotListen(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
