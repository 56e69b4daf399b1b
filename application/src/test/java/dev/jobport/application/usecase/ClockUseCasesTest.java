package dev.jobport.application.usecase;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tick carries out all that is due, a batch at a time, and leaves the rest alone. */
class ClockUseCasesTest {

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();

    @Test
    void a_crowd_that_is_due_at_once_is_worked_off_in_batches() {
        IntStream.rangeClosed(1, 250).forEach(i -> hexagon.start());
        hexagon.pass(TIMING.actionTimeout());

        hexagon.clock.tick();

        assertThat(hexagon.store.kept(ACCOUNT).values()).extracting(Job::status).containsOnly(JobStatus.TimedOut);
        assertThat(hexagon.store.dueLookups).containsExactly(100, 100, 50);
    }

    @Test
    void a_server_whose_clock_has_not_ticked_for_some_seconds_is_not_ready() {
        hexagon.clock.tick();
        hexagon.pass(Pulse.LONGEST_PAUSE.minusMillis(1));
        assertThat(hexagon.operator.isReady()).isTrue();

        hexagon.pass(Duration.ofMillis(1));
        assertThat(hexagon.operator.isReady()).isFalse();

        hexagon.clock.tick();
        assertThat(hexagon.operator.isReady()).isTrue();
    }

    @Test
    void a_full_last_batch_is_followed_by_one_more_look() {
        IntStream.rangeClosed(1, 100).forEach(i -> hexagon.start());
        hexagon.pass(TIMING.actionTimeout());

        hexagon.clock.tick();

        assertThat(hexagon.store.dueLookups).containsExactly(100, 0);
    }

    @Test
    void what_ended_before_the_retention_is_removed_in_a_few_steps_and_the_next_tick_goes_on() {
        IntStream.rangeClosed(1, 250).forEach(i -> hexagon.start());
        hexagon.pass(TIMING.actionTimeout());
        hexagon.clock.tick();
        hexagon.pass(UseCasesUnderTest.RETENTION);
        hexagon.clock.tick();
        assertThat(hexagon.store.kept(ACCOUNT))
                .as("the last moment of the retention")
                .hasSize(250);
        hexagon.store.removals.clear();

        hexagon.pass(Duration.ofMinutes(1));
        hexagon.clock.tick();
        assertThat(hexagon.store.removals).hasSize(8).containsOnly(hexagon.now().minus(UseCasesUnderTest.RETENTION));
        assertThat(hexagon.store.kept(ACCOUNT)).hasSize(50);

        hexagon.clock.tick();
        assertThat(hexagon.store.removals).hasSize(10);
        assertThat(hexagon.store.kept(ACCOUNT)).isEmpty();

        hexagon.clock.tick();
        assertThat(hexagon.store.removals).as("there was no more").hasSize(10);
    }

    @Test
    void when_there_is_no_more_to_remove_a_minute_passes_before_the_next_look() {
        hexagon.clock.tick();
        hexagon.pass(Duration.ofSeconds(59));
        hexagon.clock.tick();
        assertThat(hexagon.store.removals).hasSize(1);

        hexagon.pass(Duration.ofSeconds(1));
        hexagon.clock.tick();
        assertThat(hexagon.store.removals).hasSize(2);
    }

    @Test
    void a_lapsed_lease_is_offered_again_and_what_is_not_due_stays() {
        JobId lapsing = hexagon.startAndPoll();
        hexagon.pass(TIMING.dispatchLease().minusMillis(1));
        hexagon.clock.tick();
        assertThat(hexagon.pipeline.job(ACCOUNT, lapsing).status()).isEqualTo(JobStatus.Dispatched);
        JobId queued = hexagon.start().jobId();

        hexagon.pass(Duration.ofMillis(1));
        hexagon.clock.tick();

        assertThat(hexagon.pipeline.job(ACCOUNT, lapsing).status()).isEqualTo(JobStatus.Queued);
        assertThat(hexagon.pipeline.job(ACCOUNT, queued).transitions()).hasSize(2);
    }
}
