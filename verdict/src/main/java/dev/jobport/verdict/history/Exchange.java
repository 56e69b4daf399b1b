package dev.jobport.verdict.history;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param number taken when the request arrived
 * @param fault what was done to it on purpose
 */
public record Exchange(long number, Request request, Answer answer, Optional<InjectedFault> fault) implements Event {

    @Override
    public Instant at() {
        return request.arrived();
    }

    public String operation() {
        return request.operation();
    }

    public Map<String, String> members() {
        return request.members();
    }

    /** The job that it speaks of. */
    public Optional<String> job() {
        return Optional.ofNullable(members().get("jobId"));
    }

    public boolean isThirdParty() {
        return operation().contains("ThirdParty");
    }

    public boolean isPoll() {
        return operation().startsWith("PollFor");
    }

    public boolean isDetails() {
        return operation().startsWith("Get") && operation().endsWith("JobDetails");
    }

    public boolean isAcknowledgement() {
        return operation().startsWith("Acknowledge");
    }

    public boolean isSuccess() {
        return operation().startsWith("Put") && operation().endsWith("JobSuccessResult");
    }

    public boolean isFailure() {
        return operation().startsWith("Put") && operation().endsWith("JobFailureResult");
    }

    public boolean isResult() {
        return isSuccess() || isFailure();
    }

    /** Whether the answer was sent, and whole. */
    public boolean isAnswered() {
        return answer.sent().isPresent();
    }

    /** Whether the application did what was asked, whatever the caller knows of it. */
    public boolean isDone() {
        return answer.status() / 100 == 2
                        && fault.filter(InjectedFault::answersInstead).isEmpty()
                || isFailedAfterwards();
    }

    /** A request that is refused has nothing after which the server could fail: its caller got the refusal. */
    private boolean isFailedAfterwards() {
        return answer.status() >= 500
                && fault.filter(InjectedFault::failsAfterwards).isPresent();
    }

    /** Whether the caller knows what became of it, and nothing else can excuse what it does then. */
    public boolean isKnown() {
        return isAnswered() && fault.filter(InjectedFault::hidesTheAnswer).isEmpty() && !isFailedAfterwards();
    }

    /**
     * Whether its caller cannot know what became of it, so that something has to follow. An answer that was only late is no
     * such thing, and yet it excuses a caller who did not wait for it.
     */
    public boolean isLost() {
        boolean isLate = fault.filter(InjectedFault::delaysTheAnswer).isPresent();
        return !isKnown() && !(isAnswered() && isLate);
    }

    public boolean isRefusedWith(String error) {
        return answer.error().filter(error::equals).isPresent();
    }

    /** Whether this is an acknowledgement that gave the job to its caller. */
    public boolean acknowledges() {
        return isAcknowledgement()
                && answer.status() == 200
                && answer.jobStatus().filter("InProgress"::equals).isPresent();
    }

    /** Whether its answer was sent before the other arrived: then, and only then, its caller could know it. */
    public boolean isBefore(Event other) {
        return answer.sent().filter(sent -> sent.isBefore(other.at())).isPresent();
    }

    /** Whether both are tries of one call of an SDK. */
    public boolean isSameCallAs(Exchange other) {
        return request.invocation().isPresent() && request.invocation().equals(other.request.invocation());
    }

    /** Numbers differ, and tables of exchanges need not look at all that was said. */
    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /** Whether both ask for the same, with the same content. */
    public boolean hasContentOf(Exchange other) {
        return operation().equals(other.operation()) && members().equals(other.members());
    }
}
