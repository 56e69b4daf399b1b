package dev.jobport.contracts.worker;

import static dev.jobport.contracts.fixtures.Samples.FULL_INPUT;
import static dev.jobport.contracts.fixtures.Samples.TIMING;
import static dev.jobport.contracts.fixtures.Samples.goingOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jobport.contracts.Clause;
import dev.jobport.contracts.Clause.Source;
import dev.jobport.domain.job.JobId;
import org.junit.jupiter.api.Test;

/** What job workers reach artifacts with comes with a job's details for as long as the job goes on. */
public interface CredentialsContract extends FamilyWorld {

    @Test
    @Clause(id = "KEYS-1", source = Source.DOC, where = "API GetJobDetails, artifactCredentials")
    default void details_bring_credentials_for_the_artifacts() {
        Worker worker = worker();
        worker.start(FULL_INPUT);
        JobId job = worker.pollOne();

        assertThat(worker.data(job).artifactCredentials()).contains(artifactCredentials());
        worker.acknowledge(job, worker.nonce(job).orElseThrow());
        assertThat(worker.data(job).artifactCredentials()).contains(artifactCredentials());
    }

    @Test
    @Clause(id = "KEYS-2", source = Source.OURS, where = "decision 8")
    default void a_job_that_has_ended_gets_no_credentials_any_more_and_its_follow_up_gets_some() {
        Worker worker = worker();
        worker.start(FULL_INPUT);
        JobId job = worker.take();
        worker.succeed(job, goingOn("on"));
        pass(TIMING.continuationDelay());

        assertThat(worker.data(job).artifactCredentials()).isEmpty();
        assertThat(worker.data(worker.pollOne()).artifactCredentials()).contains(artifactCredentials());
    }

    @Test
    @Clause(id = "KEYS-3", source = Source.OURS, where = "decision 8")
    default void a_job_that_has_timed_out_gets_no_credentials_any_more() {
        Worker worker = worker();
        worker.start(FULL_INPUT);
        JobId job = worker.take();
        pass(TIMING.jobTimeout());

        assertThat(worker.data(job).artifactCredentials()).isEmpty();
    }
}
