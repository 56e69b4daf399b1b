package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for an outcome hears of it, or of its patience's end, once, and then is forgotten. */
class OutcomeWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();
    private final JobId job = hexagon.startAndTake();
    private final ActionExecutionId action =
            hexagon.store.find(job).orElseThrow().action().id();

    private CompletableFuture<ActionExecutionReport> await(Duration patience) {
        return hexagon.pipeline.awaitActionExecution(ACCOUNT, action, patience).toCompletableFuture();
    }

    private void succeed() {
        hexagon.worker.putThirdPartyJobSuccessResult(CALLER, job, CLIENT_TOKEN, COMPLETE);
    }

    private static void answers(CompletableFuture<ActionExecutionReport> answer, ActionExecutionStatus status) {
        assertThat(answer)
                .succeedsWithin(LONG_ENOUGH)
                .extracting(report -> report.summary().status())
                .isEqualTo(status);
    }

    /** Nobody waits any more if no passing of time makes the watch look. */
    private void nobodyWaits() {
        int lookups = hexagon.store.actionLookups;
        hexagon.pass(PATIENCE.plus(BETWEEN_LOOKS));
        hexagon.clock.tick();
        assertThat(hexagon.store.actionLookups).isEqualTo(lookups);
    }

    @Test
    void a_finished_action_is_answered_at_once() {
        succeed();

        assertThat(await(PATIENCE)).isDone();
        nobodyWaits();
    }

    @Test
    void without_patience_the_action_is_answered_as_it_stands() {
        assertThat(await(Duration.ZERO)).isCompletedWithValueMatching(report -> !report.isFinished());
        nobodyWaits();
    }

    @Test
    void a_change_on_this_server_is_heard_of_without_the_clock() {
        var answer = await(PATIENCE);
        assertThat(answer).isNotDone();

        succeed();

        answers(answer, ActionExecutionStatus.Succeeded);
        nobodyWaits();
    }

    @Test
    void a_change_on_another_server_is_heard_of_at_the_next_look() {
        var answer = await(PATIENCE);
        hexagon.clock.tick();
        hexagon.store.update(
                job,
                it -> it.succeed(
                        COMPLETE,
                        () -> new JobId("unused"),
                        it.transitions().get(2).at()));

        hexagon.pass(BETWEEN_LOOKS);
        hexagon.clock.tick();

        answers(answer, ActionExecutionStatus.Succeeded);
        nobodyWaits();
    }

    @Test
    void other_servers_are_looked_at_once_a_second_however_often_the_clock_ticks() {
        await(PATIENCE);
        hexagon.clock.tick();
        int lookups = hexagon.store.actionLookups;

        for (int i = 0; i < 4; i++) {
            hexagon.pass(BETWEEN_LOOKS.dividedBy(4));
            hexagon.clock.tick();
        }

        assertThat(hexagon.store.actionLookups).isEqualTo(lookups + 1);
    }

    @Test
    void when_patience_ends_the_action_is_answered_as_it_stands() {
        var answer = await(PATIENCE);
        hexagon.pass(PATIENCE.minusMillis(1));
        hexagon.clock.tick();
        assertThat(answer).isNotDone();

        hexagon.pass(Duration.ofMillis(1));
        hexagon.clock.tick();

        answers(answer, ActionExecutionStatus.InProgress);
        nobodyWaits();
    }

    @Test
    void a_timeout_that_the_clock_notices_is_an_outcome() {
        var answer = await(TIMING.jobTimeout().plus(PATIENCE));

        hexagon.pass(TIMING.jobTimeout());
        hexagon.clock.tick();

        answers(answer, ActionExecutionStatus.Failed);
    }

    @Test
    void a_job_that_goes_on_and_another_action_that_ends_are_no_outcome() {
        var answer = await(PATIENCE);

        hexagon.worker.putThirdPartyJobSuccessResult(CALLER, job, CLIENT_TOKEN, goingOn("t"));
        hexagon.worker.putThirdPartyJobSuccessResult(CALLER, hexagon.startAndTake(), CLIENT_TOKEN, COMPLETE);

        assertThat(answer).isNotDone();
    }

    @Test
    void all_who_wait_for_an_action_hear_of_its_outcome() {
        var one = await(PATIENCE);
        var other = await(PATIENCE);

        succeed();

        answers(one, ActionExecutionStatus.Succeeded);
        answers(other, ActionExecutionStatus.Succeeded);
    }

    @Test
    void who_gives_up_waiting_is_forgotten() {
        await(PATIENCE).cancel(false);

        nobodyWaits();
    }

    @Test
    void a_failure_of_the_store_is_passed_on_and_does_not_disturb_who_ended_the_action() {
        var answer = await(PATIENCE);
        RuntimeException outage = new IllegalStateException("the disk is gone");
        hexagon.store.outage = Optional.of(outage);

        succeed();

        assertThat(answer)
                .failsWithin(LONG_ENOUGH)
                .withThrowableOfType(ExecutionException.class)
                .withCause(outage);
        nobodyWaits();
    }

    @Test
    void however_many_wait_for_an_action_the_store_is_asked_once_a_second() {
        for (int i = 0; i < 10; i++) {
            await(PATIENCE);
        }
        int lookups = hexagon.store.actionLookups;

        hexagon.clock.tick();

        assertThat(hexagon.store.actionLookups).isEqualTo(lookups + 1);
    }

    @Test
    void who_cannot_even_be_looked_for_once_is_forgotten() {
        for (int i = 0; i <= WaitingRoom.PLACES_OF_AN_ACCOUNT; i++) {
            assertThat(hexagon.watch.await(
                            () -> {
                                throw new StackOverflowError("of a test");
                            },
                            ACCOUNT,
                            action,
                            Instant.MAX))
                    .isCompletedExceptionally();
        }

        nobodyWaits();
    }

    @Test
    void only_so_many_of_an_account_may_wait_and_no_more_until_one_gives_up() {
        var first = await(PATIENCE);
        for (int i = 1; i < WaitingRoom.PLACES_OF_AN_ACCOUNT; i++) {
            await(PATIENCE);
        }

        assertThatThrownBy(() -> await(PATIENCE)).isInstanceOf(Refusal.TooManyWaits.class);
        assertThat(await(Duration.ZERO)).isCompleted();
        assertThat(waitAs(1)).isNotDone();

        first.cancel(false);
        assertThat(await(PATIENCE)).isNotDone();
        assertThatThrownBy(() -> await(PATIENCE)).isInstanceOf(Refusal.TooManyWaits.class);
    }

    @Test
    void only_so_many_may_wait_in_all_whoever_they_are() {
        int accounts = WaitingRoom.PLACES / 10;
        var first = waitAs(0);
        for (int i = 1; i < WaitingRoom.PLACES; i++) {
            waitAs(i % accounts);
        }

        assertThatThrownBy(() -> waitAs(accounts)).isInstanceOf(Refusal.TooManyWaits.class);

        first.toCompletableFuture().cancel(false);
        assertThat(waitAs(accounts)).isNotDone();
    }

    private CompletionStage<ActionExecutionReport> waitAs(int account) {
        Account other = new Account("%012d".formatted(account), ACCOUNT.region());
        return hexagon.watch.await(() -> hexagon.pipeline.actionExecution(ACCOUNT, action), other, action, Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void an_unknown_action_is_refused_at_once_whatever_the_patience(int seconds) {
        assertThatThrownBy(() -> hexagon.pipeline.awaitActionExecution(
                        ACCOUNT, new ActionExecutionId("unknown"), Duration.ofSeconds(seconds)))
                .isInstanceOf(Refusal.ActionExecutionNotFound.class);
        nobodyWaits();
    }
}
