package dev.jobport.application.driving;

import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;

/**
 * What a poll tells a custom job worker of a job: all that it needs.
 *
 * @param accountId of the account that the action belongs to, 12 digits
 */
public record CustomJob(JobId id, JobData data, Nonce nonce, String accountId) {}
