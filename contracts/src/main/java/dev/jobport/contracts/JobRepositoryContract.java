package dev.jobport.contracts;

/** What every {@link dev.jobport.application.driven.JobRepository} must do. */
public interface JobRepositoryContract
        extends JobUpdateContract,
                JobClaimContract,
                JobScheduleContract,
                JobListContract,
                JobBacklogContract,
                JobConcurrencyContract,
                RandomCommandsContract {}
