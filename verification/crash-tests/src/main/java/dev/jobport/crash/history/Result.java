package dev.jobport.crash.history;

import java.util.Map;

/**
 * What a worker reports of a job.
 *
 * @param mark names this report among all; it travels as the continuation token, as the external execution id, or as the
 *     failure's message, so that the store tells which report it took
 */
public record Result(Kind kind, String mark) {

    private static final String VARIABLE = "Mark";

    /** What the report of a custom job says besides, if it completes the action; it bears the mark once more. */
    public Map<String, String> outputVariables(Family family) {
        return family == Family.Custom && kind == Kind.Completes ? Map.of(VARIABLE, mark) : Map.of();
    }

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
