package dev.jobport.adapters.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.identity.NotAuthenticated;
import dev.jobport.adapters.identity.NotReceived;
import dev.jobport.adapters.identity.TooManyTries;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.JsonType;
import dev.jobport.adapters.wire.json.Unreadable;
import dev.jobport.application.driving.Caller;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** How what a request makes the server throw is answered, in one table. */
final class WireErrors {

    static final String THROTTLING = "ThrottlingException";
    static final String UNKNOWN_OPERATION = "UnknownOperationException";
    private static final String SERIALIZATION = "SerializationException";

    /** What only pipelines and operators can cause; here it would be a bug. */
    static final Set<Class<? extends Refusal>> NEVER_HERE = Set.of(
            Refusal.ActionExecutionNotFound.class,
            Refusal.ActionExecutionEnded.class,
            Refusal.TooManyWaits.class,
            Refusal.DeclarationsLost.class,
            Refusal.ClientNotFound.class,
            Refusal.ClientAlreadyExists.class);

    /** The answer to a failure of each class, to be told of an operation. */
    private static final Map<Class<?>, BiFunction<RuntimeException, String, Answer>> ANSWERS = answers();

    private WireErrors() {}

    private static Map<Class<?>, BiFunction<RuntimeException, String, Answer>> answers() {
        Map<Class<?>, BiFunction<RuntimeException, String, Answer>> all = new HashMap<>();
        for (Class<?> refusal : Refusal.class.getPermittedSubclasses()) {
            on(
                    all,
                    refusal.asSubclass(Refusal.class),
                    (failure, operation) -> error(operation, nameOf(failure), failure.getMessage()));
        }
        all.keySet().removeAll(NEVER_HERE);
        on(
                all,
                NotAuthenticated.class,
                (failure, operation) -> error(operation, failure.reason() + "Exception", failure.getMessage()));
        on(all, TooManyTries.class, (failure, operation) -> error(operation, THROTTLING, failure.getMessage()));
        on(all, Unreadable.NotJson.class, (failure, operation) -> error(operation, SERIALIZATION));
        on(all, NotReceived.CutOff.class, (failure, operation) -> error(operation, SERIALIZATION));
        on(
                all,
                Unreadable.WrongType.class,
                (failure, operation) -> capitalized(operation, SERIALIZATION, wrongType(failure)));
        on(all, NotReceived.TooLarge.class, (failure, operation) -> Answer.of(413, operation));
        on(
                all,
                NotReceived.NoRoom.class,
                (failure, operation) -> Answer.of(503, operation)
                        .header("Retry-After", Integer.toString(NotReceived.NoRoom.RETRY_AFTER_SECONDS))
                        .with(AwsJson.FAULT_BYTES));
        return Map.copyOf(all);
    }

    private static <E extends RuntimeException> void on(
            Map<Class<?>, BiFunction<RuntimeException, String, Answer>> all,
            Class<E> failure,
            BiFunction<E, String, Answer> answer) {
        all.put(failure, (thrown, operation) -> answer.apply(failure.cast(thrown), operation));
    }

    /** What a refusal is called (CodePipeline API Reference, "Errors" of each operation). */
    static String nameOf(Refusal refusal) {
        return refusal.name() + "Exception";
    }

    /** What AWS says to a caller who may not do an operation on an action type. */
    static Answer accessDenied(String operation, Caller caller, Refusal.AccessDenied denied) {
        String action = "codepipeline:" + operation;
        Account account = caller.account();
        String message = "User: arn:" + account.partition() + ":iam::" + account.id() + ":user/" + caller.name()
                + " is not authorized to perform: " + action + " on resource: "
                + account.arn("actiontype:" + denied.actionType()) + " because no identity-based policy allows the "
                + action + " action";
        return capitalized(operation, nameOf(denied), message);
    }

    /** Empty if it is a fault of the server's. */
    static Optional<Answer> answer(RuntimeException failure, String operation) {
        return Optional.ofNullable(ANSWERS.get(failure.getClass())).map(answer -> answer.apply(failure, operation));
    }

    /** An error that says nothing but its name. */
    static Answer error(String operation, String name) {
        return error(operation, name, Json.object());
    }

    static Answer error(String operation, String name, String message) {
        return error(operation, name, Json.object().put("message", message));
    }

    /** Some errors of AWS's front door spell the member like this. */
    private static Answer capitalized(String operation, String name, String message) {
        return error(operation, name, Json.object().put("Message", message));
    }

    private static Answer error(String operation, String name, ObjectNode message) {
        ObjectNode error = Json.object().put("__type", name);
        return Answer.of(400, operation).as(name).with(Json.write(error.setAll(message)));
    }

    /** What is said of a member of the wrong JSON type, as seen at services that share CodePipeline's front door. */
    static String wrongType(Unreadable.WrongType wrongType) {
        return switch (wrongType.found()) {
            case List -> "Start of list found where not expected";
            case Structure, Map -> "Start of structure or map found where not expected.";
            case Text, Integer, Number, Timestamp, Boolean, True, False, Null ->
                switch (wrongType.wanted()) {
                    case Structure -> "Expected null";
                    case List -> "Expected list or null";
                    case Map -> "Expected map or null";
                    case Text -> unconverted(wrongType.found(), "a String");
                    case Integer, Number -> unconverted(wrongType.found(), "an Integer");
                    case Boolean, True, False -> unconverted(wrongType.found(), "a Boolean");
                    case Timestamp -> unconverted(wrongType.found(), "milliseconds since epoch");
                    case Null -> throw new IllegalArgumentException("nothing has to be null");
                };
        };
    }

    private static String unconverted(JsonType found, String wanted) {
        String value = found == JsonType.Text ? "STRING" : found.name().toUpperCase(Locale.ROOT);
        return value + "_VALUE can not be converted to " + wanted;
    }
}
