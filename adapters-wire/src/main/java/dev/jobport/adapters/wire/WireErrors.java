package dev.jobport.adapters.wire;

import static java.util.Map.entry;

import dev.jobport.adapters.wire.json.JsonType;
import dev.jobport.adapters.wire.json.Unreadable;
import dev.jobport.domain.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a refusal is called on the wire (CodePipeline API Reference, "Errors" of each operation). */
final class WireErrors {

    static final Map<Class<? extends Refusal>, String> NAMES = Map.ofEntries(
            entry(Refusal.Validation.class, "ValidationException"),
            entry(Refusal.AccessDenied.class, "AccessDeniedException"),
            entry(Refusal.JobNotFound.class, "JobNotFoundException"),
            entry(Refusal.InvalidJob.class, "InvalidJobException"),
            entry(Refusal.InvalidClientToken.class, "InvalidClientTokenException"),
            entry(Refusal.InvalidNonce.class, "InvalidNonceException"),
            entry(Refusal.InvalidJobState.class, "InvalidJobStateException"),
            entry(Refusal.OutputVariablesSizeExceeded.class, "OutputVariablesSizeExceededException"),
            entry(Refusal.ActionTypeNotFound.class, "ActionTypeNotFoundException"),
            entry(Refusal.LimitExceeded.class, "LimitExceededException"),
            entry(Refusal.RequestFailed.class, "RequestFailedException"),
            entry(Refusal.InvalidArn.class, "InvalidArnException"),
            entry(Refusal.ResourceNotFound.class, "ResourceNotFoundException"),
            entry(Refusal.TooManyTags.class, "TooManyTagsException"),
            entry(Refusal.InvalidTags.class, "InvalidTagsException"),
            entry(Refusal.InvalidNextToken.class, "InvalidNextTokenException"));

    /** What only pipelines and operators can cause; here it would be a bug. */
    static final Set<Class<? extends Refusal>> NEVER_HERE = Set.of(
            Refusal.ActionExecutionNotFound.class,
            Refusal.ActionExecutionEnded.class,
            Refusal.TooManyWaits.class,
            Refusal.DeclarationsLost.class,
            Refusal.ClientNotFound.class,
            Refusal.ClientAlreadyExists.class);

    private WireErrors() {}

    static Optional<String> nameOf(Refusal refusal) {
        return Optional.ofNullable(NAMES.get(refusal.getClass()));
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
