package dev.jobport.domain.job;

import static dev.jobport.contracts.fixtures.WalkedJob.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two jobs are the same if all of them is. */
class JobIdentityTest {

    @Test
    void the_same_moves_lead_to_the_same_job_and_another_move_to_another() {
        assertThat(aQueuedJob().dispatched().job())
                .isEqualTo(aQueuedJob().dispatched().job())
                .hasSameHashCodeAs(aQueuedJob().dispatched().job())
                .isNotEqualTo(aQueuedJob().job());
    }

    @Test
    void jobs_of_other_ids_spread_in_a_set() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> Job.first(
                                new JobId("job-" + i), aQueuedJob().job().action()))
                        .map(Job::hashCode)
                        .distinct())
                .hasSizeGreaterThan(50);
    }
}
