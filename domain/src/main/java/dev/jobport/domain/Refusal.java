package dev.jobport.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The core's "no": the one family of errors that a caller may cause. A refused command has changed nothing.
 *
 * <p>Each transport translates the family in one table. Whatever is not of this family is a bug or an outage.
 */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message, null, false, false); // an answer, not a crash: a stack trace would only cost time
    }

    /** A value broke one or more constraints. */
    public static final class Validation extends Refusal {
        private final transient List<Violation> violations;

        public Validation(List<Violation> violations) {
            super(violations.size() + (violations.size() == 1 ? " validation error" : " validation errors")
                    + " detected: "
                    + violations.stream().map(Violation::message).collect(Collectors.joining("; ")));
            this.violations = List.copyOf(violations);
        }

        public Validation(Violation violation) {
            this(List.of(violation));
        }

        /** A rule that is not about one member's form. */
        public Validation(String message) {
            super(message);
            this.violations = List.of();
        }

        /** The broken constraints, in the order of the members; empty if the message says it all. */
        public List<Violation> violations() {
            return violations;
        }
    }

    /** There is no such job, or it is not of the family that the command is for. */
    public static final class JobNotFound extends Refusal {
        public JobNotFound(Object jobId) {
            super("No job with id '" + jobId + "' exists.");
        }
    }

    /** The caller may not touch what it asks for. Each transport tells it in the words of its access control. */
    public static final class AccessDenied extends Refusal {
        private final String actionType;

        public AccessDenied(Object actionTypeId) {
            super("The caller may not touch the action type " + actionTypeId + ".");
            this.actionType = actionTypeId.toString();
        }

        /** What the caller may not touch, as {@code owner/category/provider/version}. */
        public String actionType() {
            return actionType;
        }
    }

    /** The job exists, but its details are not to be had by this operation. */
    public static final class InvalidJob extends Refusal {
        public InvalidJob(Object jobId) {
            super("The job '" + jobId + "' is not a third-party job; ask for its details with GetJobDetails.");
        }
    }

    /** The client token is not that of the job's client. The message never tells which part was wrong. */
    public static final class InvalidClientToken extends Refusal {
        public InvalidClientToken() {
            super("The client token does not match the client of this job.");
        }
    }

    /** The nonce is not the job's current one, or it has been used. */
    public static final class InvalidNonce extends Refusal {
        public InvalidNonce() {
            super("The nonce is not current: another job worker has already claimed the job, or it was offered again.");
        }
    }

    /** The job's status does not allow the command. */
    public static final class InvalidJobState extends Refusal {
        public InvalidJobState(String message) {
            super(message);
        }
    }

    /** The output variables are too large. */
    public static final class OutputVariablesSizeExceeded extends Refusal {
        public OutputVariablesSizeExceeded(long bytes, int mostBytes) {
            super("The output variables take " + bytes + " bytes, and may take " + mostBytes + " together.");
        }
    }

    /** Nobody registered the action type. */
    public static final class ActionTypeNotFound extends Refusal {
        public ActionTypeNotFound(String actionType) {
            super(actionType + " is not available");
        }
    }

    /** There is no such action execution. */
    public static final class ActionExecutionNotFound extends Refusal {
        public ActionExecutionNotFound(Object id) {
            super("No action execution with id '" + id + "' exists.");
        }
    }

    /** There is no such client. */
    public static final class ClientNotFound extends Refusal {
        public ClientNotFound(Object clientId) {
            super("No client with id '" + clientId + "' is registered.");
        }
    }

    /** A client with this id is registered already; its token is never replaced. */
    public static final class ClientAlreadyExists extends Refusal {
        public ClientAlreadyExists(Object clientId) {
            super("A client with id '" + clientId + "' is registered already.");
        }
    }

    /** A resource has more tags than it may have. */
    public static final class TooManyTags extends Refusal {
        public TooManyTags(int tags, int mostTags) {
            super("There would be " + tags + " tags, and there may be " + mostTags + "; take some away first.");
        }
    }

    /** A tag's key or value must not be so. */
    public static final class InvalidTags extends Refusal {
        public InvalidTags(String message) {
            super(message);
        }
    }

    /** The token that asks for the next page was not given out for this list. */
    public static final class InvalidNextToken extends Refusal {
        public InvalidNextToken() {
            super("The next token is not one that this list gave out; start again without it.");
        }
    }
}
