package dev.jobport.crash.history;

/**
 * What a worker reports of a job.
 *
 * @param mark names this report among all; it travels as the continuation token, as the external execution id, or as the
 *     failure's message, so that the store tells which report it took
 */
public record Result(Kind kind, String mark) {

    /** What the report makes of the job and its action. */
    public enum Kind {
        /** Success with a continuation token. */
        GoesOn(Status.Succeeded),
        /** Success without one. */
        Completes(Status.Succeeded),
        Fails(Status.Failed);

        private final Status status;

        Kind(Status status) {
            this.status = status;
        }

        public Status status() {
            return status;
        }
    }
}
