package dev.jobport.contracts.store;

/**
 * What every {@link dev.jobport.application.driven.JobRepository} and its
 * {@link dev.jobport.application.driven.JobHistory} must do.
 */
public interface JobRepositoryContract
        extends JobUpdateContract,
                JobClientContract,
                JobClaimContract,
                JobScheduleContract,
                JobRetentionContract,
                JobListContract,
                JobBacklogContract,
                JobConcurrencyContract,
                RandomCommandsContract {}
