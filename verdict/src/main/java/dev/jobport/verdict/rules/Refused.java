package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a request was refused as malformed, so that each refusal is judged by one rule. */
final class Refused {

    private static final Set<String> MALFORMED =
            Set.of("ValidationException", "SerializationException", "UnknownOperationException");

    private static final List<String> LIMITED = List.of(
            "currentRevision",
            "executionDetails.externalExecutionId",
            "executionDetails.percentComplete",
            "executionDetails.summary",
            "failureDetails.externalExecutionId",
            "failureDetails.message",
            "failureDetails.type",
            "outputVariables");

    private Refused() {}

    static boolean forItsShape(Exchange exchange) {
        return exchange.answer()
                .error()
                .map(MALFORMED::contains)
                .orElse(exchange.answer().status() / 100 == 4); // what is no call at all is refused without a name
    }

    /** It is right at AWS, and this server says that it serves no such calls. */
    static boolean asNotServed(Exchange exchange) {
        return exchange.isRefusedWith("UnknownOperationException")
                && exchange.answer()
                        .message()
                        .filter(it -> it.contains("is not served here"))
                        .isPresent();
    }

    /** Polled with a queryable property that the type does not have, or without the one that it has. */
    static boolean forItsQuery(Exchange exchange) {
        return exchange.isPoll() && says(exchange, "queryParam");
    }

    static boolean forItsToken(Exchange exchange) {
        return exchange.isSuccess() && says(exchange, "continuationToken");
    }

    /** A token and variables at once. */
    static boolean forItsVariables(Exchange exchange) {
        return exchange.isSuccess()
                && exchange.isRefusedWith("ValidationException")
                && hasToken(exchange)
                && exchange.members().keySet().stream().anyMatch(it -> it.startsWith("outputVariables"));
    }

    static boolean hasToken(Exchange exchange) {
        return exchange.members().containsKey("continuationToken");
    }

    /** The member of a result that does not fit. */
    static Optional<String> forItsContent(Exchange exchange) {
        if (!exchange.isResult() || forItsVariables(exchange)) {
            return Optional.empty();
        }
        if (exchange.isRefusedWith("OutputVariablesSizeExceededException")) {
            return Optional.of("outputVariables");
        }
        return exchange.isRefusedWith("ValidationException")
                ? LIMITED.stream().filter(it -> says(exchange, it)).findFirst()
                : Optional.empty();
    }

    /** Whether no other rule judges it. */
    static boolean otherwise(Exchange exchange) {
        return forItsShape(exchange)
                && !asNotServed(exchange)
                && Stream.of(forItsQuery(exchange), forItsToken(exchange), forItsVariables(exchange))
                        .noneMatch(it -> it)
                && forItsContent(exchange).isEmpty();
    }

    private static boolean says(Exchange exchange, String word) {
        return exchange.isRefusedWith("ValidationException")
                && exchange.answer().message().filter(it -> it.contains(word)).isPresent();
    }
}
