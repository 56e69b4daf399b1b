package dev.jobport.crash.history;

import java.time.Duration;
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

    /**
     * Whether what was asked may have been done at a time of the server's clock; what was not answered may be done at any
     * later time.
     *
     * @param doubt by how much the server's clock may differ from the caller's
     */
    public boolean mayHaveHappenedAt(Instant time, Duration doubt) {
        return mayHaveHappened()
                && !time.isBefore(invokedAt.minus(doubt).truncatedTo(ChronoUnit.MILLIS))
                && (isUnknown() || !time.isAfter(answeredAt.plus(doubt)));
    }

    public boolean isOverBefore(Call other) {
        return answeredAt.isBefore(other.invokedAt);
    }
}
