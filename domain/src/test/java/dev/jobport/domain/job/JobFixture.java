package dev.jobport.domain.job;

import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.client.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A job that walked to where it is by real moves, and the time at which it stands there. Each move takes a second, so
 * no two transitions have the same date.
 */
record JobFixture(Job job, Instant now) {

    static final Instant START = Instant.parse("2026-03-01T10:00:00.500Z");
    static final Timing TIMING =
            new Timing(Duration.ofSeconds(60), Duration.ofMinutes(20), Duration.ofHours(2), Duration.ofSeconds(30));
    static final Duration MOMENT = Duration.ofMillis(1);
    static final Nonce OTHER_NONCE = new Nonce("a-nonce-of-no-dispatch");
    static final JobId FOLLOW_UP_ID = new JobId("follow-up");
    static final SuccessResult COMPLETE = new SuccessResult(Optional.empty(), Optional.empty(), Optional.empty());
    static final FailureDetails FAILURE =
            new FailureDetails(FailureType.ConfigurationError, "The project has no tests.", Optional.of("run-77"));

    private static final Duration BETWEEN_MOVES = Duration.ofSeconds(1);

    static ActionExecution action(Timing timing) {
        return new ActionExecution(
                new ActionExecutionId("action-1"),
                new JobQueue(
                        new Account("123456789012", "eu-west-1"),
                        new ActionTypeId(ActionCategory.Test, ActionOwner.ThirdParty, "Smoker", "3")),
                Optional.of(new ClientId("c0ffee00-1111-2222-3333-444444444444")),
                new ActionInput(Map.of("suite", "smoke"), PipelineContext.NONE, List.of(), List.of(), Optional.empty()),
                Set.of(),
                ActionTypeSettings.NONE,
                timing,
                START);
    }

    static SuccessResult goingOn(String continuationToken) {
        return new SuccessResult(
                Optional.empty(), Optional.of(new ContinuationToken(continuationToken)), Optional.empty());
    }

    /** Queued since the action started. */
    static JobFixture aJob() {
        return aJob(TIMING);
    }

    static JobFixture aJob(Timing timing) {
        return new JobFixture(Job.first(new JobId("job-1"), action(timing)), START);
    }

    /** Created, waiting out the continuation delay. */
    static JobFixture aFollowUp() {
        JobFixture before = aJob().dispatched().acknowledged().later(BETWEEN_MOVES);
        Change outcome = before.job.succeed(goingOn("token-1"), () -> FOLLOW_UP_ID, before.now);
        return new JobFixture(outcome.followUp().orElseThrow(), before.now);
    }

    /** A job that its worker never acknowledged in time; queued again, its last nonce still known. */
    static JobFixture aLapsedJob() {
        JobFixture lapsed = aJob().dispatched().later(TIMING.dispatchLease());
        return new JobFixture(lapsed.job.at(lapsed.now), lapsed.now);
    }

    JobFixture dispatched() {
        Instant then = now.plus(BETWEEN_MOVES);
        Nonce nonce = new Nonce("nonce-" + job.id() + "-" + job.transitions().size());
        return new JobFixture(job.dispatch(nonce, then), then);
    }

    JobFixture acknowledged() {
        Instant then = now.plus(BETWEEN_MOVES);
        return new JobFixture(job.acknowledge(nonce(), Optional.empty(), then), then);
    }

    JobFixture succeeded() {
        Instant then = now.plus(BETWEEN_MOVES);
        return new JobFixture(job.succeed(COMPLETE, () -> FOLLOW_UP_ID, then).after(), then);
    }

    JobFixture failed() {
        Instant then = now.plus(BETWEEN_MOVES);
        return new JobFixture(job.fail(FAILURE, then), then);
    }

    JobFixture stopped() {
        Instant then = now.plus(BETWEEN_MOVES);
        return new JobFixture(job.stop(then), then);
    }

    JobFixture timedOut() {
        Instant then = job.action().deadline();
        return new JobFixture(job.at(then), then);
    }

    /** The same job, looked at later: nothing has been done to it. */
    JobFixture later(Duration duration) {
        return new JobFixture(job, now.plus(duration));
    }

    /** The nonce of the latest dispatch. */
    Nonce nonce() {
        return job.nonce().orElseThrow();
    }
}
