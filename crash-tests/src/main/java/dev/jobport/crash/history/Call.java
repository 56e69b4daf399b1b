package dev.jobport.crash.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One request and its answer, as the caller recorded them.
 *
 * @param invokedAt before anything was sent, by the caller's clock
 * @param answeredAt after the whole answer was read, or the caller gave up
 */
public record Call(String caller, Instant invokedAt, Instant answeredAt, Request request, Answer answer) {

    public boolean isUnknown() {
        return answer instanceof Answer.Unknown;
    }

    public boolean isRefused() {
        return answer instanceof Answer.Refused;
    }

    public boolean isAccepted() {
        return !isUnknown() && !isRefused();
    }

    /** Whether what was asked may have been done; an answer that nobody got says neither yes nor no. */
    public boolean mayHaveHappened() {
        return !isRefused();
    }

    /** Whether what was asked may have been done at this time; what was not answered may be done at any later time. */
    public boolean mayHaveHappenedAt(Instant time) {
        return mayHaveHappened()
                && !time.isBefore(invokedAt.truncatedTo(ChronoUnit.MILLIS))
                && (isUnknown() || !time.isAfter(answeredAt));
    }

    public boolean isOverBefore(Call other) {
        return answeredAt.isBefore(other.invokedAt);
    }
}
