package dev.jobport.application;

import dev.jobport.domain.Account;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.job.JobStatus;
import java.time.Instant;

/**
 * Jobs of one account's action type and one status that have not ended.
 *
 * @param jobs how many, at least 1
 * @param oldestDueAt since when, or from when on, the one that was due first can be polled
 */
public record Backlog(Account account, ActionTypeId actionTypeId, JobStatus status, long jobs, Instant oldestDueAt) {}
