package dev.jobport.application.usecase;

import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driven.Identifiers;
import dev.jobport.application.driven.JobObserver;
import dev.jobport.application.driven.Store;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.JobQueue;
import dev.jobport.domain.client.Client;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Change;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out what pipelines ask. */
public final class PipelineUseCases implements Pipelines {

    private final Store store;
    private final Identifiers identifiers;
    private final InstantSource time;
    private final JobChanges changes;
    private final OutcomeWatch watch;
    private final OpenActions open;

    public PipelineUseCases(
            Store store, Identifiers identifiers, InstantSource time, JobObserver observer, OutcomeWatch watch) {
        this(store, identifiers, time, observer, watch, Quotas.DEFAULT);
    }

    public PipelineUseCases(
            Store store,
            Identifiers identifiers,
            InstantSource time,
            JobObserver observer,
            OutcomeWatch watch,
            Quotas quotas) {
        this.store = store;
        this.identifiers = identifiers;
        this.time = time;
        this.changes = new JobChanges(store.jobs(), observer);
        this.watch = watch;
        this.open = new OpenActions(store.history(), quotas.openActions());
    }

    @Override
    public StartedAction startActionExecution(
            Account account, ActionTypeId actionTypeId, Optional<ClientId> clientId, ActionInput input) {
        NamedActionTypes.requireJobWorkers(actionTypeId);
        ActionType actionType = NamedActionTypes.find(store.actionTypes(), account, actionTypeId);
        ActionInput own = input.of(account);
        JobQueue queue = ActionExecution.queueFor(account, actionType, clientId, own);
        Optional<Client> client = clientId.map(id -> client(account, id));
        Instant now = time.instant();
        open.add(account, now);
        ActionExecution action =
                ActionExecution.start(identifiers.newActionExecutionId(), queue, actionType, client, own, now);
        Job first = Job.first(identifiers.newJobId(), action);
        changes.add(first);
        return new StartedAction(action.id(), first.id());
    }

    private Client client(Account account, ClientId id) {
        return store.clients().find(account, id).orElseThrow(() -> new Refusal.ClientNotFound(id));
    }

    /** If its last job ends meanwhile, there may be a follow-up to be stopped. */
    @Override
    public ActionExecutionReport stopActionExecution(Account account, ActionExecutionId id) {
        ActionExecutionReport report = actionExecution(account, id);
        while (!report.isFinished()) {
            Instant now = time.instant();
            changes.update(report.lastJob().id(), job -> Change.of(job, job.stop(now)));
            report = actionExecution(account, id);
        }
        if (report.summary().status() != ActionExecutionStatus.Abandoned) {
            throw new Refusal.ActionExecutionEnded(id, report.summary().status());
        }
        return report;
    }

    @Override
    public ActionExecutionReport actionExecution(Account account, ActionExecutionId id) {
        List<Job> jobs = store.history().ofAction(id);
        if (jobs.isEmpty() || !jobs.get(0).action().account().equals(account)) {
            throw new Refusal.ActionExecutionNotFound(id);
        }
        return ActionExecutionReport.of(jobs);
    }

    @Override
    public CompletionStage<ActionExecutionReport> awaitActionExecution(
            Account account, ActionExecutionId id, Duration patience) {
        ActionExecutionReport current = actionExecution(account, id);
        if (current.isFinished() || patience.isZero()) {
            return CompletableFuture.completedFuture(current);
        }
        return watch.await(
                () -> actionExecution(account, id), account, id, time.instant().plus(patience));
    }

    @Override
    public Page<ActionExecutionSummary> actionExecutions(Account account, PageRequest page) {
        return store.history().lastOfActions(account, page).map(ActionExecutionSummary::of);
    }

    @Override
    public JobReport job(Account account, JobId id) {
        return store.jobs()
                .find(id)
                .filter(job -> job.action().account().equals(account))
                .map(JobReport::of)
                .orElseThrow(() -> new Refusal.JobNotFound(id));
    }

    @Override
    public Page<JobReport> jobs(Account account, Optional<JobStatus> status, PageRequest page) {
        return store.history().list(account, status, page).map(JobReport::of);
    }
}
