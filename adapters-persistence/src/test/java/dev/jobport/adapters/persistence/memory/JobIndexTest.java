package dev.jobport.adapters.persistence.memory;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.QUEUE;
import static dev.jobport.contracts.fixtures.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.fixtures.SomeJobs;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobIndexTest {

    private final JobIndex index = new JobIndex();

    @Test
    void of_what_is_removed_nothing_stays_neither_its_queue_nor_its_lists() {
        Job job = SomeJobs.aJob().first();
        Job timedOut = job.at(job.action().deadline());
        StoredJob before = new StoredJob(1, job, true);
        StoredJob after = new StoredJob(1, timedOut, true);
        index.add(before);
        index.remove(before);
        index.add(after);
        assertThat(index.size()).isPositive();

        index.remove(after);

        assertThat(index.size()).isZero();
    }

    @Test
    void to_ask_for_what_is_not_there_makes_nothing() {
        assertThat(index.newest(ACCOUNT, Optional.of(JobStatus.Queued), 10)).isEmpty();
        assertThat(index.open(ACCOUNT)).isZero();
        assertThat(index.claimable(QUEUE, 10, START)).isEmpty();

        assertThat(index.size()).isZero();
    }
}
