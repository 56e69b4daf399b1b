package dev.jobport.crash.rules;

import dev.jobport.crash.history.ActionAtEnd;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.Call;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Status;
import dev.jobport.crash.history.Step;
import dev.jobport.crash.history.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one job.
 *
 * @param place among the jobs of its action, from 0
 * @param offers the polls that offered it; one that offered it twice is here twice
 * @param details answered calls only
 * @param commands the acknowledgements and results of its family that came with the right token, in the order in which they
 *     were sent
 */
record JobFile(
        ActionAtEnd action,
        int place,
        JobReport job,
        Timing timing,
        Duration clockDoubt,
        List<Call> offers,
        List<Call> details,
        List<Call> commands) {

    String id() {
        return job.id();
    }

    Family family() {
        return action.report().family();
    }

    /** The calls that told its nonce, as its family does. */
    List<Call> nonceTellers() {
        return family() == Family.Custom ? offers : details;
    }

    List<Step> steps() {
        return job.steps();
    }

    Stream<Step> steps(Status status) {
        return steps().stream().filter(step -> step.status() == status);
    }

    /** Since when nobody waits for its result, though a worker may have acknowledged it. */
    Optional<Instant> abandonedAt() {
        return steps(Status.Abandoned).map(Step::at).findFirst();
    }

    /** Whether it is certain, in spite of doubtful clocks, that a call was answered before the action was stopped, if it was. */
    boolean isAnsweredBeforeItsStop(Call call) {
        return abandonedAt()
                .filter(stop -> !call.answeredAt().isBefore(stop.minus(clockDoubt)))
                .isEmpty();
    }

    Optional<JobReport> followUp() {
        List<JobReport> jobs = action.report().jobs();
        return place + 1 < jobs.size() ? Optional.of(jobs.get(place + 1)) : Optional.empty();
    }

    Optional<String> continuationToken() {
        return Optional.ofNullable(action.continuationTokens().get(id()));
    }

    Instant actionStartedAt() {
        return action.report().jobs().get(0).steps().get(0).at();
    }

    /** Whether it is certain, in spite of doubtful clocks, that the action had not timed out before a call was answered. */
    boolean isAnsweredInTime(Call call) {
        return call.answeredAt().isBefore(actionDeadline().minus(clockDoubt));
    }

    /** Whether a call may be what made a step. */
    boolean mayHaveMade(Call call, Step step) {
        return call.mayHaveHappenedAt(step.at(), clockDoubt);
    }

    Instant actionDeadline() {
        return actionStartedAt().plus(timing.actionTimeout());
    }

    /** Since when it could be polled; what is offered again keeps its place. */
    Instant dueAt() {
        Instant created = steps().get(0).at();
        return place == 0 ? created : created.plus(timing.continuationDelay());
    }

    Stream<Call> acknowledgements() {
        return commands.stream().filter(call -> call.request() instanceof Acknowledge);
    }

    Stream<Call> results() {
        return commands.stream().filter(call -> call.request() instanceof Put);
    }

    /** The mark of the result that the store took; absent while there is none, or if it came from nowhere. */
    Optional<String> takenMark() {
        if (followUp().isPresent()) {
            return Optional.ofNullable(
                    action.continuationTokens().get(followUp().get().id()));
        }
        return action.report().resultMark();
    }

    /**
     * When what a call is an attempt at was first sent. Of acknowledgements, a client that does not name its invocations has
     * sent each for the first time.
     */
    Instant firstSent(Call attempt) {
        return attempts(attempt).map(Call::invokedAt).min(Instant::compareTo).orElseThrow();
    }

    /**
     * All attempts at what a call is one at, this one included: results of the same content, and acknowledgements of the
     * same invocation and content.
     */
    Stream<Call> attempts(Call attempt) {
        if (attempt.request() instanceof Put put) {
            return results().filter(other -> ((Put) other.request()).result().equals(put.result()));
        }
        return ((Command) attempt.request()).invocation().isEmpty()
                ? Stream.of(attempt)
                : commands.stream().filter(other -> other.request().equals(attempt.request()));
    }
}
