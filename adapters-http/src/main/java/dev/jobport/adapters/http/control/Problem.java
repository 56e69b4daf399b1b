package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.wire.json.Types.TEXT;
import static dev.jobport.adapters.wire.json.Types.list;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.NotAuthorized;
import dev.jobport.adapters.identity.TooManyTries;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.adapters.wire.json.Types;
import dev.jobport.adapters.wire.json.Unreadable;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller of the control API is told when something is refused: problem details (RFC 9457). */
record Problem(Kind kind, String detail, List<Violation> errors) {

    /** The kinds of problem that no exception of the core or of the reading stands for. */
    static final Kind UNKNOWN_PATH = new Kind(404, "unknown-path", "Nothing is at this path");

    static final Kind METHOD_NOT_ALLOWED = new Kind(405, "method-not-allowed", "The path does not take this method");
    static final Kind INTERNAL_FAILURE = new Kind(500, "internal-failure", "The server failed");

    private static final Type<Integer> STATUS = Types.whole(new RangeConstraint(400, 599));

    /** A kind that an exception of its class is told as. */
    static final Map<Class<? extends RuntimeException>, Kind> KINDS = Map.ofEntries(
            entry(Refusal.Validation.class, new Kind(400, "validation", "The request is not valid")),
            entry(Refusal.InvalidNextToken.class, new Kind(400, "invalid-next-token", "The next token is not valid")),
            entry(NotAuthenticated.class, new Kind(401, "not-authenticated", "The server does not know the caller")),
            entry(TooManyTries.class, new Kind(429, "too-many-tries", "Too many tries to get in have failed")),
            entry(NotAuthorized.class, new Kind(403, "not-authorized", "The caller may not use the control API")),
            entry(Refusal.InvalidClientToken.class, new Kind(403, "invalid-client-token", "The client token is wrong")),
            entry(Refusal.AccessDenied.class, new Kind(403, "access-denied", "The caller may not do this")),
            entry(Refusal.JobNotFound.class, new Kind(404, "job-not-found", "There is no such job")),
            entry(
                    Refusal.ActionTypeNotFound.class,
                    new Kind(404, "action-type-not-found", "There is no such action type")),
            entry(
                    Refusal.ActionExecutionNotFound.class,
                    new Kind(404, "action-execution-not-found", "There is no such action execution")),
            entry(
                    Refusal.ActionExecutionEnded.class,
                    new Kind(409, "action-execution-ended", "The action execution has ended")),
            entry(Refusal.ClientNotFound.class, new Kind(404, "client-not-found", "There is no such client")),
            entry(Refusal.ClientAlreadyExists.class, new Kind(409, "client-already-exists", "The client id is taken")),
            entry(Refusal.InvalidJob.class, new Kind(409, "invalid-job", "The job is not of this family")),
            entry(Refusal.InvalidJobState.class, new Kind(409, "invalid-job-state", "The job's status forbids it")),
            entry(
                    Refusal.OutputVariablesSizeExceeded.class,
                    new Kind(400, "output-variables-size-exceeded", "The output variables are too large")),
            entry(
                    Refusal.DeclarationsLost.class,
                    new Kind(409, "declarations-lost", "Something declared would be lost")),
            entry(Refusal.LimitExceeded.class, new Kind(409, "limit-exceeded", "There may be no more")),
            entry(Refusal.TooManyWaits.class, new Kind(429, "too-many-waits", "Too many wait at once")),
            entry(Refusal.RequestFailed.class, new Kind(409, "request-failed", "The server cannot do this")),
            entry(Refusal.InvalidArn.class, new Kind(400, "invalid-arn", "The ARN is not valid")),
            entry(Refusal.ResourceNotFound.class, new Kind(404, "resource-not-found", "There is no such resource")),
            entry(Refusal.TooManyTags.class, new Kind(400, "too-many-tags", "There are too many tags")),
            entry(Refusal.InvalidTags.class, new Kind(400, "invalid-tags", "A tag must not be so")),
            entry(Refusal.InvalidNonce.class, new Kind(409, "invalid-nonce", "The nonce is not current")),
            entry(Unreadable.NotJson.class, new Kind(400, "not-json", "The body is not a JSON object")),
            entry(Unreadable.WrongType.class, new Kind(400, "wrong-type", "A value is of the wrong JSON type")),
            entry(Unreadable.CutOff.class, new Kind(400, "cut-off", "The body did not arrive whole")),
            entry(Unreadable.NoRoom.class, new Kind(503, "no-room", "The server has no room for the body now")),
            entry(Unreadable.TooLarge.class, new Kind(413, "too-large", "The body is too large")),
            entry(
                    NotJsonContent.class,
                    new Kind(415, "unsupported-media-type", "The body is not declared to be JSON")));

    private static final Shape<Violation> ERROR = Shape.answer("ProblemError", form -> {
        form.required(
                "path",
                TEXT.about("Where the value stands: names joined by dots, list items as 1.member."),
                Violation::path);
        form.required("message", TEXT.about("What the value must do, or what is wrong with it."), Violation::demand);
    });

    static final Shape<Problem> SHAPE = Shape.answer("Problem", form -> {
        form.about("Problem details (RFC 9457).");
        form.required(
                "type",
                TEXT.withKeyword("enum", types()).about("The kind of problem, for programs."),
                problem -> problem.kind().type());
        form.required(
                "title",
                TEXT.about("The kind of problem, for people."),
                problem -> problem.kind().title());
        form.required(
                "status",
                STATUS.about("The HTTP status."),
                problem -> problem.kind().status());
        form.required("detail", TEXT.about("What is wrong with this request."), Problem::detail);
        form.orAbsent(
                "errors",
                list(ERROR).about("All that is wrong with the request's values, each with its place."),
                List.of(),
                Problem::errors);
    });

    private static ArrayNode types() {
        ArrayNode types = Json.object().arrayNode();
        Stream.concat(KINDS.values().stream(), Stream.of(UNKNOWN_PATH, METHOD_NOT_ALLOWED, INTERNAL_FAILURE))
                .map(Kind::type)
                .distinct()
                .sorted()
                .forEach(types::add);
        return types;
    }

    /** The member that a kind of refusal is always about. */
    private static final Map<Class<? extends Refusal>, String> PLACES = Map.of(
            Refusal.InvalidNextToken.class, "nextToken",
            Refusal.JobNotFound.class, "jobId",
            Refusal.ActionTypeNotFound.class, "actionTypeId",
            Refusal.ActionExecutionNotFound.class, "actionExecutionId",
            Refusal.ClientNotFound.class, "clientId",
            Refusal.ClientAlreadyExists.class, "clientId",
            Refusal.TooManyTags.class, "tags",
            Refusal.InvalidTags.class, "tags");

    /**
     * @param name the last part of the problem's type
     * @param title the same for every problem of the kind
     */
    record Kind(int status, String name, String title) {

        String type() {
            return "urn:jobport:problem:" + name;
        }
    }

    /** A body came with another content type than {@code application/json}. */
    static final class NotJsonContent extends RuntimeException {
        NotJsonContent() {
            super("Send the body with the header 'Content-Type: application/json'.", null, false, false);
        }
    }

    static Problem of(Exception failure) {
        Kind kind = KINDS.getOrDefault(failure.getClass(), INTERNAL_FAILURE);
        return new Problem(
                kind, kind == INTERNAL_FAILURE ? "The server's log tells why." : failure.getMessage(), errors(failure));
    }

    private static List<Violation> errors(Exception failure) {
        if (failure instanceof Refusal.Validation validation) {
            return validation.violations();
        }
        if (failure instanceof Unreadable.WrongType wrongType) {
            return List.of(wrongType.violation());
        }
        return Optional.ofNullable(PLACES.get(failure.getClass()))
                .map(place -> Violation.sentence(failure.getMessage()).in(place))
                .map(List::of)
                .orElse(List.of());
    }
}
