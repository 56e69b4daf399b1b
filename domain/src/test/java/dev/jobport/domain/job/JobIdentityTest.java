package dev.jobport.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two jobs are the same if all of them is. */
class JobIdentityTest {

    @Test
    void the_same_moves_lead_to_the_same_job_and_another_move_to_another() {
        assertThat(JobFixture.aJob().dispatched().job())
                .isEqualTo(JobFixture.aJob().dispatched().job())
                .hasSameHashCodeAs(JobFixture.aJob().dispatched().job())
                .isNotEqualTo(JobFixture.aJob().job());
    }

    @Test
    void jobs_of_other_ids_spread_in_a_set() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> Job.first(new JobId("job-" + i), JobFixture.action(JobFixture.TIMING)))
                        .map(Job::hashCode)
                        .distinct())
                .hasSizeGreaterThan(50);
    }
}
