package dev.jobport.architecture.twins.rules_see_only_history.verdict.rules;

import dev.jobport.architecture.twins.rules_see_only_history.verdict.history.History;
import java.time.Duration;
import java.time.Instant;

/** Time that was recorded may be compared. */
record Polling(History history) {
    boolean isLate(Instant poll) {
        return Duration.between(history.began(), poll).toSeconds() > 30;
    }
}
