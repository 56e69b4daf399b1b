package dev.jobport.contracts.worker;

import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.Operators.RegisteredClient;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Optional;

/** A third-party job worker that serves one client. */
public final class ThirdPartyWorker extends Worker {

    private final RegisteredClient client;

    ThirdPartyWorker(JobWorkerWorld world, ActionTypeId actionType, RegisteredClient client) {
        super(world, actionType);
        this.client = client;
    }

    /** The same worker at another server of the same store. */
    public ThirdPartyWorker at(JobWorkerWorld other) {
        return new ThirdPartyWorker(other, actionType(), client);
    }

    public RegisteredClient client() {
        return client;
    }

    public ClientToken token() {
        return client.clientToken();
    }

    @Override
    public Started start(ActionInput input) {
        return world.start(world.account(), actionType(), Optional.of(client.clientId()), input);
    }

    @Override
    public List<JobId> poll(Caller caller, ActionTypeId type, int maxBatchSize) {
        return world.thirdParty().pollForThirdPartyJobs(caller, type, maxBatchSize).stream()
                .map(ThirdPartyJob::jobId)
                .toList();
    }

    @Override
    public JobData data(Caller caller, JobId job) {
        return world.thirdParty().getThirdPartyJobDetails(caller, job, token()).data();
    }

    @Override
    public Optional<Nonce> nonce(JobId job) {
        return world.thirdParty()
                .getThirdPartyJobDetails(world.caller(), job, token())
                .nonce();
    }

    @Override
    public JobStatus acknowledge(Caller caller, JobId job, Nonce nonce) {
        return world.thirdParty().acknowledgeThirdPartyJob(caller, job, nonce, token());
    }

    @Override
    public void succeed(Caller caller, JobId job, SuccessResult result) {
        world.thirdParty().putThirdPartyJobSuccessResult(caller, job, token(), result);
    }

    @Override
    public void fail(Caller caller, JobId job, FailureDetails failure) {
        world.thirdParty().putThirdPartyJobFailureResult(caller, job, token(), failure);
    }
}
