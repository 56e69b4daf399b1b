package dev.jobport.application.usecase;

import static dev.jobport.contracts.fixtures.Samples.ACCOUNT;
import static dev.jobport.contracts.fixtures.Samples.ACTION_TYPE;
import static dev.jobport.contracts.fixtures.Samples.BARE_INPUT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT;
import static dev.jobport.contracts.fixtures.Samples.CLIENT_TOKEN;
import static dev.jobport.contracts.fixtures.Samples.START;
import static dev.jobport.contracts.fixtures.Samples.TIMING;

import dev.jobport.application.driven.ArtifactCredentials;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All use cases on one store, with time and names in the test's hands. */
final class UseCasesUnderTest implements Identifiers {

    static final Caller CALLER = Caller.anyone(ACCOUNT);
    static final Duration RETENTION = Duration.ofDays(7);

    final WatchedStore store = new WatchedStore();
    final List<String> told = new ArrayList<>();
    final List<String> polls = new ArrayList<>();
    final OutcomeWatch watch = new OutcomeWatch();
    final ThirdPartyJobWorkerUseCases worker;
    final CustomJobWorkerUseCases customWorker;
    final PipelineUseCases pipeline;
    final OperatorUseCases operator;
    final ClockUseCases clock;

    /** A test may put others in their place. */
    ArtifactCredentials credentials = ArtifactCredentials.NONE;

    private Instant now = START;
    private int minted;

    UseCasesUnderTest() {
        JobObserver observer = new JobObserver() {
            @Override
            public void changed(Job job, List<Transition> news) {
                boolean isKept = store.find(job.id()).equals(Optional.of(job));
                told.add(job.id() + " " + job.status() + (isKept ? "" : ", told before it was kept"));
                watch.changed(job, news);
            }

            @Override
            public void polled(Account account, ActionTypeId actionTypeId) {
                polls.add(account + " " + actionTypeId);
            }
        };
        worker = new ThirdPartyJobWorkerUseCases(
                store, this, () -> now, action -> credentials.forAction(action), observer);
        customWorker =
                new CustomJobWorkerUseCases(store, this, () -> now, action -> credentials.forAction(action), observer);
        pipeline = new PipelineUseCases(store, this, () -> now, observer, watch);
        Pulse pulse = new Pulse(() -> now);
        operator = new OperatorUseCases(store, this, pulse);
        clock = new ClockUseCases(store, () -> now, observer, watch, pulse, RETENTION);
        operator.putActionType(ACCOUNT, new ActionType(ACTION_TYPE, TIMING));
        operator.registerClient(ACCOUNT, Optional.of(CLIENT), Optional.of(CLIENT_TOKEN));
    }

    /** How many names and secrets so far. */
    int minted() {
        return minted;
    }

    Instant now() {
        return now;
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    StartedAction start() {
        return pipeline.startActionExecution(ACCOUNT, ACTION_TYPE, Optional.of(CLIENT), BARE_INPUT);
    }

    JobId startAndPoll() {
        JobId job = start().jobId();
        worker.pollForThirdPartyJobs(CALLER, ACTION_TYPE, 1);
        return job;
    }

    JobId startAndTake() {
        JobId job = startAndPoll();
        worker.acknowledgeThirdPartyJob(CALLER, job, nonce(job), CLIENT_TOKEN);
        return job;
    }

    Nonce nonce(JobId job) {
        return store.find(job).orElseThrow().nonce().orElseThrow();
    }

    @Override
    public JobId newJobId() {
        return new JobId("job-" + ++minted);
    }

    @Override
    public ActionExecutionId newActionExecutionId() {
        return new ActionExecutionId("action-" + ++minted);
    }

    @Override
    public Nonce newNonce() {
        return new Nonce("nonce-" + ++minted);
    }

    @Override
    public ClientId newClientId() {
        return new ClientId("%08d-0000-0000-0000-000000000000".formatted(++minted));
    }

    @Override
    public ClientToken newClientToken() {
        return new ClientToken("token-" + ++minted);
    }
}
