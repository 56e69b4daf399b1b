package dev.jobport.application.driving;

import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;

/**
 * What a third-party job worker may ask (CodePipeline API Reference, API version 2015-07-09, the operations of the same
 * names).
 *
 * <p>Checks come in this order: the job exists, the caller may touch its action type, the client token is right, the
 * nonce or the status allows it. A job of a custom action, or of another account than the caller's, does not exist
 * here, whatever the caller may touch. Only who asks for the details of a custom action's job, and may touch it, is
 * told that it is one. A refused command changes nothing. Nor does what repeats an acknowledgement of the same
 * invocation, or the result that ended the job: it is answered as the first time. A result for a job that was stopped
 * after its acknowledgement is taken, and changes nothing either.
 */
public interface ThirdPartyJobWorkers {

    /**
     * Hands out due jobs, oldest first, each under a lease and to this caller only. Answers at once.
     *
     * @param maxBatchSize at least 1; more than {@value BatchSize#LARGEST} is served as that
     * @throws Refusal.AccessDenied if the caller may not touch the action type
     * @throws Refusal.Validation if the action type's owner is not ThirdParty
     * @throws Refusal.ActionTypeNotFound if nobody registered the action type
     */
    List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId actionTypeId, int maxBatchSize);

    /**
     * Tells all there is to know of a job, secrets included, whatever its status.
     *
     * @throws Refusal.JobNotFound if there is no such job
     * @throws Refusal.AccessDenied if the caller may not touch the job's action type
     * @throws Refusal.InvalidJob if the job is a custom action's
     * @throws Refusal.InvalidClientToken if the token is not that of the job's client
     */
    ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken);

    /**
     * Takes a job that was handed out.
     *
     * @return InProgress
     * @throws Refusal.JobNotFound if there is no such job
     * @throws Refusal.AccessDenied if the caller may not touch the job's action type
     * @throws Refusal.InvalidClientToken if the token is not that of the job's client
     * @throws Refusal.InvalidNonce if the nonce is not that of the latest dispatch, or has been used
     */
    JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken);

    /**
     * Reports that a job went well; with a continuation token, that its action goes on.
     *
     * @throws Refusal.JobNotFound if there is no such job
     * @throws Refusal.AccessDenied if the caller may not touch the job's action type
     * @throws Refusal.InvalidClientToken if the token is not that of the job's client
     * @throws Refusal.InvalidJobState unless the job is in progress, or the result is one that changes nothing
     */
    void putThirdPartyJobSuccessResult(Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result);

    /**
     * Reports that a job failed.
     *
     * @throws Refusal.JobNotFound if there is no such job
     * @throws Refusal.AccessDenied if the caller may not touch the job's action type
     * @throws Refusal.InvalidClientToken if the token is not that of the job's client
     * @throws Refusal.InvalidJobState unless the job is in progress, or the result is one that changes nothing
     */
    void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failureDetails);
}
