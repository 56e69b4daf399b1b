package dev.jobport.application.usecase;

import static dev.jobport.application.usecase.UseCasesUnderTest.CALLER;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.FAILURE;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.JobId;
import org.junit.jupiter.api.Test;

/** The observer is told of every change once, after it is kept, and of nothing else. */
class JobChangesTest {

    private final UseCasesUnderTest hexagon = new UseCasesUnderTest();

    @Test
    void each_change_in_the_life_of_an_action_is_told_once() {
        JobId first = hexagon.startAndTake();
        hexagon.worker.putThirdPartyJobSuccessResult(CALLER, first, CLIENT_TOKEN, goingOn("t"));
        hexagon.pass(TIMING.continuationDelay());
        hexagon.clock.tick();
        JobId second = hexagon.worker
                .pollForThirdPartyJobs(CALLER, ACTION_TYPE, 1)
                .get(0)
                .jobId();
        hexagon.worker.acknowledgeThirdPartyJob(CALLER, second, hexagon.nonce(second), CLIENT_TOKEN);
        hexagon.worker.putThirdPartyJobFailureResult(CALLER, second, CLIENT_TOKEN, FAILURE);

        assertThat(hexagon.told)
                .containsExactly(
                        first + " Queued",
                        first + " Dispatched",
                        first + " InProgress",
                        first + " Succeeded",
                        second + " Created",
                        second + " Queued",
                        second + " Dispatched",
                        second + " InProgress",
                        second + " Failed");
    }

    @Test
    void a_refused_command_is_not_told() {
        JobId job = hexagon.startAndPoll();
        hexagon.told.clear();

        assertThatThrownBy(() -> hexagon.worker.putThirdPartyJobSuccessResult(CALLER, job, CLIENT_TOKEN, COMPLETE))
                .isInstanceOf(Refusal.InvalidJobState.class);

        assertThat(hexagon.told).isEmpty();
    }

    @Test
    void a_move_that_left_the_job_as_it_was_is_not_told() {
        JobId job = hexagon.start().jobId();
        hexagon.told.clear();

        new JobChanges(hexagon.store, (changed, news) -> hexagon.told.add("told")).update(job, Change::none);

        assertThat(hexagon.told).isEmpty();
    }
}
