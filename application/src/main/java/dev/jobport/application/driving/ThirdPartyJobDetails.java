package dev.jobport.application.driving;

import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.Optional;

/**
 * A job as its third-party worker sees it.
 *
 * @param data without what names the pipeline to AWS
 * @param nonce of the latest dispatch; absent before the first
 */
public record ThirdPartyJobDetails(JobId id, JobData data, Optional<Nonce> nonce) {}
