package dev.jobport.application.driving;

import dev.jobport.domain.job.JobId;

/**
 * A job as a custom job worker may look at it again: without a nonce, so that only the poll hands out the right to it.
 *
 * @param accountId of the account that the action belongs to, 12 digits
 */
public record CustomJobDetails(JobId id, JobData data, String accountId) {}
