package dev.jobport.architecture.twins.rules_see_only_history.verdict.rules;

import dev.jobport.architecture.twins.rules_see_only_history.verdict.history.History;
import java.time.Duration;
import java.time.Instant;

record SinnerWhoReadsTheClock(History history) {
    boolean isOld() {
        return Duration.between(history.began(), Instant.now()).toDays() > 1;
    }
}
