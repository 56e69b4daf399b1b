package dev.jobport.contracts.worker;

import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.job.JobId;

/** An action that was started. It is asked for its names, because some worlds learn them later than others. */
public interface Started {

    ActionExecutionId actionExecutionId();

    /** Of its first job. Where only polls tell of jobs, it is known once the job was offered. */
    JobId jobId();

    /** Stops the action, for good. */
    void stop();
}
