package dev.jobport.application.driving;

import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;

/** What a poll tells of a job: enough to find the client token, and nothing else. */
public record ThirdPartyJob(ClientId clientId, JobId jobId) {}
