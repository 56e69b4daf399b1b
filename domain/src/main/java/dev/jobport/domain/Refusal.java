package dev.jobport.domain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The core's "no": the one family of errors that a caller may cause. A refused command has changed nothing.
 *
 * <p>Each transport translates the family in one table. Whatever is not of this family is a bug or an outage.
 */
public abstract sealed class Refusal extends RuntimeException {

    private static final Map<String, Function<String, Refusal>> BY_NAME = Map.ofEntries(
            entry("Validation", told(Validation::new)),
            entry("JobNotFound", told(JobNotFound::new)),
            entry("AccessDenied", told(AccessDenied::new)),
            entry("InvalidJob", told(InvalidJob::new)),
            entry("InvalidClientToken", told(InvalidClientToken::new)),
            entry("InvalidNonce", told(InvalidNonce::new)),
            entry("InvalidJobState", InvalidJobState::new),
            entry("OutputVariablesSizeExceeded", told(OutputVariablesSizeExceeded::new)),
            entry("ActionTypeNotFound", told(ActionTypeNotFound::new)),
            entry("ActionExecutionNotFound", told(ActionExecutionNotFound::new)),
            entry("ActionExecutionEnded", told(ActionExecutionEnded::new)),
            entry("ClientNotFound", told(ClientNotFound::new)),
            entry("ClientAlreadyExists", told(ClientAlreadyExists::new)),
            entry("DeclarationsLost", told(DeclarationsLost::new)),
            entry("LimitExceeded", LimitExceeded::new),
            entry("TooManyWaits", TooManyWaits::new),
            entry("RequestFailed", RequestFailed::new),
            entry("InvalidArn", told(InvalidArn::new)),
            entry("ResourceNotFound", told(ResourceNotFound::new)),
            entry("TooManyTags", told(TooManyTags::new)),
            entry("InvalidTags", InvalidTags::new),
            entry("InvalidNextToken", told(InvalidNextToken::new)));

    private Refusal(String message) {
        super(message, null, false, false); // an answer, not a crash: a stack trace would only cost time
    }

    /** What a server said, word for word: the mark of the second way to make a refusal that has its own sentence. */
    private record Told(String message) {}

    private static Function<String, Refusal> told(Function<Told, Refusal> kind) {
        return message -> kind.apply(new Told(message));
    }

    /**
     * A refusal told back by a client of a transport: of the kind that the server named, with the server's own sentence.
     *
     * @param name the simple name of the refusal's class, {@link #name()}
     * @return empty if no refusal has this name
     */
    public static Optional<Refusal> told(String name, String message) {
        return Optional.ofNullable(BY_NAME.get(name)).map(kind -> kind.apply(message));
    }

    /** The names of all refusals. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** The kind of refusal, for transports that send names. */
    public final String name() {
        return getClass().getSimpleName();
    }

    /** Values broke constraints, or do not go together; all that is wrong is told with its place. */
    public static final class Validation extends Refusal {
        private final transient List<Violation> violations;

        public Validation(List<Violation> violations) {
            super(message(violations));
            this.violations = List.copyOf(violations);
        }

        public Validation(Violation violation) {
            this(List.of(violation));
        }

        /**
         * A rule that is not about one member's form, and has a sentence of its own.
         *
         * @param place of the member that has to change, as in {@link Violation#path()}; empty if it is no one member
         */
        public Validation(String place, String sentence) {
            this(Violation.sentence(sentence).in(place));
        }

        /** A sentence stands alone: nothing is counted. */
        private static String message(List<Violation> violations) {
            String all = violations.stream().map(Violation::message).collect(Collectors.joining("; "));
            if (violations.size() == 1 && violations.get(0).isSentence()) {
                return all;
            }
            return violations.size() + (violations.size() == 1 ? " validation error" : " validation errors")
                    + " detected: " + all;
        }

        /** What is wrong, in the order of the members; empty only where a client tells the refusal back. */
        public List<Violation> violations() {
            return violations;
        }

        private Validation(Told told) {
            super(told.message());
            this.violations = List.of();
        }
    }

    /** There is no such job, or it is not of the family that the command is for. */
    public static final class JobNotFound extends Refusal {
        public JobNotFound(Object jobId) {
            super("Job with id '" + jobId + "' does not exist");
        }

        private JobNotFound(Told told) {
            super(told.message());
        }
    }

    /** The caller may not touch what it asks for. Each transport tells it in the words of its access control. */
    public static final class AccessDenied extends Refusal {
        private final String actionType;

        public AccessDenied(Object actionTypeId) {
            super("The caller may not touch the action type " + actionTypeId + ".");
            this.actionType = actionTypeId.toString();
        }

        /** What the caller may not touch, as {@code owner/category/provider/version}; the whole message if it was told back. */
        public String actionType() {
            return actionType;
        }

        private AccessDenied(Told told) {
            super(told.message());
            this.actionType = told.message();
        }
    }

    /** The job exists, but this operation does not tell its details. */
    public static final class InvalidJob extends Refusal {
        public InvalidJob(Object jobId) {
            super("The job '" + jobId + "' is not a third-party job; ask for its details with GetJobDetails.");
        }

        private InvalidJob(Told told) {
            super(told.message());
        }
    }

    /** The client token is not that of the job's client. The message never tells which part was wrong. */
    public static final class InvalidClientToken extends Refusal {
        public InvalidClientToken() {
            super("The client token does not match the client of this job.");
        }

        private InvalidClientToken(Told told) {
            super(told.message());
        }
    }

    /** The nonce is not the job's current one, or it has been used. */
    public static final class InvalidNonce extends Refusal {
        public InvalidNonce() {
            super("The nonce is not current: another job worker has already claimed the job, or it was offered again.");
        }

        private InvalidNonce(Told told) {
            super(told.message());
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

        private OutputVariablesSizeExceeded(Told told) {
            super(told.message());
        }
    }

    /** Nobody registered the action type. */
    public static final class ActionTypeNotFound extends Refusal {
        public ActionTypeNotFound(String actionType) {
            super(actionType + " is not available");
        }

        private ActionTypeNotFound(Told told) {
            super(told.message());
        }
    }

    /** There is no such action execution. */
    public static final class ActionExecutionNotFound extends Refusal {
        public ActionExecutionNotFound(Object id) {
            super("No action execution with id '" + id + "' exists.");
        }

        private ActionExecutionNotFound(Told told) {
            super(told.message());
        }
    }

    /** The action execution has ended by itself, so it cannot be stopped. */
    public static final class ActionExecutionEnded extends Refusal {
        public ActionExecutionEnded(Object id, Object status) {
            super("The action execution '" + id + "' has ended already: it is " + status + ".");
        }

        private ActionExecutionEnded(Told told) {
            super(told.message());
        }
    }

    /** There is no such client. */
    public static final class ClientNotFound extends Refusal {
        public ClientNotFound(Object clientId) {
            super("No client with id '" + clientId + "' is registered.");
        }

        private ClientNotFound(Told told) {
            super(told.message());
        }
    }

    /** A client with this id is registered already. */
    public static final class ClientAlreadyExists extends Refusal {
        public ClientAlreadyExists(Object clientId) {
            super("A client with id '" + clientId + "' is registered already.");
        }

        private ClientAlreadyExists(Told told) {
            super(told.message());
        }
    }

    /** What an action type declares would be lost, though nobody has said that it is to go. */
    public static final class DeclarationsLost extends Refusal {
        public DeclarationsLost(String actionType, List<String> lost) {
            super(actionType + " would lose what is not repeated: " + String.join(", ", lost)
                    + ". Repeat it, change only what is to change, or say that all is to be replaced.");
        }

        private DeclarationsLost(Told told) {
            super(told.message());
        }
    }

    /** There are as many of something as there may be. */
    public static final class LimitExceeded extends Refusal {
        public LimitExceeded(String message) {
            super(message);
        }
    }

    /** As many wait for an outcome as may at once. Nothing has to go for the next to be let in but time. */
    public static final class TooManyWaits extends Refusal {
        public TooManyWaits(String message) {
            super(message);
        }
    }

    /** The request is good, but this server cannot do what it asks for. */
    public static final class RequestFailed extends Refusal {
        public RequestFailed(String message) {
            super(message);
        }
    }

    /** The ARN cannot be that of anything. */
    public static final class InvalidArn extends Refusal {
        public InvalidArn(String arn, String form) {
            super("'" + arn + "' is no ARN of an action type; write it as " + form + ".");
        }

        private InvalidArn(Told told) {
            super(told.message());
        }
    }

    /** Nothing has this ARN. */
    public static final class ResourceNotFound extends Refusal {
        public ResourceNotFound(Object arn) {
            super("There is no resource '" + arn + "'.");
        }

        private ResourceNotFound(Told told) {
            super(told.message());
        }
    }

    /** A resource has more tags than it may have. */
    public static final class TooManyTags extends Refusal {
        public TooManyTags(int tags, int mostTags) {
            super("There would be " + tags + " tags, and there may be " + mostTags + "; take some away first.");
        }

        private TooManyTags(Told told) {
            super(told.message());
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

        private InvalidNextToken(Told told) {
            super(told.message());
        }
    }
}
