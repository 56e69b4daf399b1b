package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.wire.json.Types.TEXT;
import static dev.jobport.adapters.wire.json.Types.list;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.common.base.CaseFormat;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.NotAuthorized;
import dev.jobport.adapters.identity.NotReceived;
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

    private static final String RETRY_AFTER = "Retry-After";

    /** The kinds of problem that no exception of ours stands for. */
    static final Kind UNKNOWN_PATH = new Kind(404, "unknown-path", "Nothing is at this path", Map.of());

    static final Kind METHOD_NOT_ALLOWED =
            new Kind(405, "method-not-allowed", "The path does not take this method", Map.of());
    static final Kind INTERNAL_FAILURE = new Kind(500, "internal-failure", "The server failed", Map.of());

    private static final Type<Integer> STATUS = Types.whole(new RangeConstraint(400, 599));

    /** A signature of version 4 does as well, but there is no registered name for it. */
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer realm=\"jobport\"");

    /** Some of those who wait have probably been answered by then. */
    private static final Map<String, String> AFTER_FIVE_SECONDS = Map.of(RETRY_AFTER, "5");

    /** What an exception of each class is told as. */
    static final Map<Class<? extends RuntimeException>, Kind> KINDS = Map.ofEntries(
            kind(400, Refusal.Validation.class, "The request is not valid"),
            kind(400, Refusal.InvalidNextToken.class, "The next token is not valid"),
            kind(401, NotAuthenticated.class, "The server does not know the caller", CHALLENGE),
            kind(429, TooManyTries.class, "Too many tries to get in have failed"),
            kind(403, NotAuthorized.class, "The caller may not use the control API"),
            kind(403, Refusal.InvalidClientToken.class, "The client token is wrong"),
            kind(403, Refusal.AccessDenied.class, "The caller may not do this"),
            kind(404, Refusal.JobNotFound.class, "There is no such job"),
            kind(404, Refusal.ActionTypeNotFound.class, "There is no such action type"),
            kind(404, Refusal.ActionExecutionNotFound.class, "There is no such action execution"),
            kind(409, Refusal.ActionExecutionEnded.class, "The action execution has ended"),
            kind(404, Refusal.ClientNotFound.class, "There is no such client"),
            kind(409, Refusal.ClientAlreadyExists.class, "The client id is taken"),
            kind(409, Refusal.InvalidJob.class, "The job is not of this family"),
            kind(409, Refusal.InvalidJobState.class, "The job's status forbids it"),
            kind(400, Refusal.OutputVariablesSizeExceeded.class, "The output variables are too large"),
            kind(409, Refusal.DeclarationsLost.class, "Something declared would be lost"),
            kind(409, Refusal.LimitExceeded.class, "There may be no more"),
            kind(429, Refusal.TooManyWaits.class, "Too many wait at once", AFTER_FIVE_SECONDS),
            kind(409, Refusal.RequestFailed.class, "The server cannot do this"),
            kind(400, Refusal.InvalidArn.class, "The ARN is not valid"),
            kind(404, Refusal.ResourceNotFound.class, "There is no such resource"),
            kind(400, Refusal.TooManyTags.class, "There are too many tags"),
            kind(400, Refusal.InvalidTags.class, "A tag must not be so"),
            kind(409, Refusal.InvalidNonce.class, "The nonce is not current"),
            kind(400, Unreadable.NotJson.class, "The body is not a JSON object"),
            kind(400, Unreadable.WrongType.class, "A value is of the wrong JSON type"),
            kind(400, NotReceived.CutOff.class, "The body did not arrive whole"),
            kind(
                    503,
                    NotReceived.NoRoom.class,
                    "The server has no room for the body now",
                    Map.of(RETRY_AFTER, Integer.toString(NotReceived.NoRoom.RETRY_AFTER_SECONDS))),
            kind(413, NotReceived.TooLarge.class, "The body is too large"),
            kind(415, UnsupportedMediaType.class, "The body is not declared to be JSON"));

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
     * @param headers that the answer has
     */
    record Kind(int status, String name, String title, Map<String, String> headers) {

        String type() {
            return "urn:jobport:problem:" + name;
        }
    }

    /** A body came with another content type than {@code application/json}. */
    static final class UnsupportedMediaType extends RuntimeException {
        UnsupportedMediaType() {
            super("Send the body with the header 'Content-Type: application/json'.", null, false, false);
        }
    }

    private static Map.Entry<Class<? extends RuntimeException>, Kind> kind(
            int status, Class<? extends RuntimeException> failure, String title) {
        return kind(status, failure, title, Map.of());
    }

    /** Its name is that of the class, as in {@code too-many-waits}. */
    private static Map.Entry<Class<? extends RuntimeException>, Kind> kind(
            int status, Class<? extends RuntimeException> failure, String title, Map<String, String> headers) {
        String name = CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, failure.getSimpleName());
        return Map.entry(failure, new Kind(status, name, title, headers));
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
