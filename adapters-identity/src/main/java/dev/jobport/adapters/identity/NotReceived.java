package dev.jobport.adapters.identity;

/** A request has not been received whole, so that nobody looks at it. What is said of that, each transport words itself. */
public abstract sealed class NotReceived extends RuntimeException {

    private NotReceived(String message) {
        super(message, null, false, false); // an answer, not a crash: a stack trace would only cost time
    }

    /** The body is larger than the server takes. */
    public static final class TooLarge extends NotReceived {
        public TooLarge(int limit) {
            super("The body is larger than " + limit + " bytes.");
        }
    }

    /** It ended early, stalled, or broke the rules of what carries it. */
    public static final class CutOff extends NotReceived {
        public CutOff(String message) {
            super(message);
        }
    }

    /** Too much is in memory already; later there will be room. */
    public static final class NoRoom extends NotReceived {

        /** When whoever sent it may try again. */
        public static final int RETRY_AFTER_SECONDS = 1;

        public NoRoom(String message) {
            super(message);
        }
    }
}
