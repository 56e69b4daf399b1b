package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.Samples.COMPLETE;
import static dev.jobport.contracts.fixtures.Samples.NEXT_JOB_ID;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.fixtures.WalkedJob;
import org.junit.jupiter.api.Test;

/** An action ends with the job that nothing follows. */
class ActionEndTest {

    @Test
    void an_action_ends_when_its_last_job_does() {
        WalkedJob working = aQueuedJob().dispatched().acknowledged();

        assertThat(working.job()
                        .succeed(COMPLETE, () -> NEXT_JOB_ID, working.now())
                        .actionEndedAt())
                .contains(working.now());
    }

    @Test
    void an_action_goes_on_with_its_follow_up_job() {
        WalkedJob working = aQueuedJob().dispatched().acknowledged();

        assertThat(working.job()
                        .succeed(goingOn("token-1"), () -> NEXT_JOB_ID, working.now())
                        .actionEndedAt())
                .isEmpty();
    }

    @Test
    void an_action_goes_on_while_its_job_does() {
        WalkedJob waiting = aQueuedJob();

        assertThat(Change.of(waiting.job(), waiting.dispatched().job()).actionEndedAt())
                .isEmpty();
    }
}
