package dev.jobport.verdict.rules;

import dev.jobport.verdict.history.Exchange;
import java.util.Optional;

/** What a result says about the run behind it. */
final class Runs {

    private Runs() {}

    /** The external execution that it names. */
    static Optional<String> of(Exchange result) {
        String details = result.isFailure() ? "failureDetails" : "executionDetails";
        return Optional.ofNullable(result.members().get(details + ".externalExecutionId"));
    }
}
