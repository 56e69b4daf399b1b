package dev.jobport.domain.job;

import static dev.jobport.domain.job.JobFixture.COMPLETE;
import static dev.jobport.domain.job.JobFixture.FOLLOW_UP_ID;
import static dev.jobport.domain.job.JobFixture.aJob;
import static dev.jobport.domain.job.JobFixture.goingOn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An action ends with the job that nothing follows. */
class ActionEndTest {

    @Test
    void an_action_ends_when_its_last_job_does() {
        JobFixture working = aJob().dispatched().acknowledged();

        assertThat(working.job()
                        .succeed(COMPLETE, () -> FOLLOW_UP_ID, working.now())
                        .actionEndedAt())
                .contains(working.now());
    }

    @Test
    void an_action_goes_on_with_its_follow_up_job() {
        JobFixture working = aJob().dispatched().acknowledged();

        assertThat(working.job()
                        .succeed(goingOn("token-1"), () -> FOLLOW_UP_ID, working.now())
                        .actionEndedAt())
                .isEmpty();
    }

    @Test
    void an_action_goes_on_while_its_job_does() {
        JobFixture waiting = aJob();

        assertThat(Change.of(waiting.job(), waiting.dispatched().job()).actionEndedAt())
                .isEmpty();
    }
}
