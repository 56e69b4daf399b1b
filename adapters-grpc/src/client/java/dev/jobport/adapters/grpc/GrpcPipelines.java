package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.PipelinesGrpc;
import dev.jobport.adapters.grpc.generated.PipelinesWire;
import dev.jobport.adapters.grpc.generated.PipelinesWire.AwaitActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetJobRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ListActionExecutionsRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ListJobsRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StartActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StopActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.OutputVariables;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The port of pipelines as seen through gRPC. */
final class GrpcPipelines implements Pipelines {

    private final GrpcClient client;
    private final PipelinesGrpc.PipelinesBlockingStub stub;

    GrpcPipelines(GrpcClient client) {
        this.client = client;
        this.stub = PipelinesGrpc.newBlockingStub(client.channel());
    }

    private <A> A ask(Account account, Function<PipelinesGrpc.PipelinesBlockingStub, A> question) {
        return client.ask(Caller.anyone(account), stub, question);
    }

    @Override
    public StartedAction startActionExecution(
            Account account, ActionTypeId type, Optional<ClientId> clientId, ActionInput input) {
        var in = StartActionExecutionRequest.newBuilder()
                .setActionTypeId(Answers.actionTypeId(type))
                .setInput(Answers.input(input));
        clientId.map(ClientId::value).ifPresent(in::setClientId);
        var started = ask(account, it -> it.startActionExecution(in.build()));
        return new StartedAction(new ActionExecutionId(started.getActionExecutionId()), new JobId(started.getJobId()));
    }

    @Override
    public ActionExecutionReport stopActionExecution(Account account, ActionExecutionId id) {
        var in = StopActionExecutionRequest.newBuilder()
                .setActionExecutionId(id.value())
                .build();
        return report(ask(account, it -> it.stopActionExecution(in)).getActionExecution());
    }

    @Override
    public ActionExecutionReport actionExecution(Account account, ActionExecutionId id) {
        var in = GetActionExecutionRequest.newBuilder()
                .setActionExecutionId(id.value())
                .build();
        return report(ask(account, it -> it.getActionExecution(in)).getActionExecution());
    }

    @Override
    public CompletionStage<ActionExecutionReport> awaitActionExecution(
            Account account, ActionExecutionId id, Duration patience) {
        var in = AwaitActionExecutionRequest.newBuilder()
                .setActionExecutionId(id.value())
                .setPatience(Times.of(patience))
                .build();
        return CompletableFuture.supplyAsync(
                () -> report(ask(account, it -> it.awaitActionExecution(in)).getActionExecution()));
    }

    @Override
    public Page<ActionExecutionSummary> actionExecutions(Account account, PageRequest page) {
        var in = ListActionExecutionsRequest.newBuilder().setMaxResults(page.maxResults());
        page.nextToken().ifPresent(in::setNextToken);
        var told = ask(account, it -> it.listActionExecutions(in.build()));
        return new Page<>(
                told.getActionExecutionsList().stream()
                        .map(GrpcPipelines::summary)
                        .toList(),
                optional(told.hasNextToken(), told.getNextToken()));
    }

    @Override
    public JobReport job(Account account, JobId id) {
        var in = GetJobRequest.newBuilder().setJobId(id.value()).build();
        return job(ask(account, it -> it.getJob(in)).getJob());
    }

    @Override
    public Page<JobReport> jobs(Account account, Optional<JobStatus> status, PageRequest page) {
        var in = ListJobsRequest.newBuilder().setMaxResults(page.maxResults());
        status.ifPresent(it -> in.setStatus(Answers.status(it)));
        page.nextToken().ifPresent(in::setNextToken);
        var told = ask(account, it -> it.listJobs(in.build()));
        return new Page<>(
                told.getJobsList().stream().map(GrpcPipelines::job).toList(),
                optional(told.hasNextToken(), told.getNextToken()));
    }

    private static ActionExecutionReport report(PipelinesWire.ActionExecutionReport told) {
        return new ActionExecutionReport(
                summary(told.getSummary()),
                told.getConfigurationMap(),
                Requests.pipelineContext(told.getPipelineContext()),
                told.getJobsList().stream().map(GrpcPipelines::job).toList());
    }

    private static ActionExecutionSummary summary(PipelinesWire.ActionExecutionSummary told) {
        var urls = told.getUrls();
        return new ActionExecutionSummary(
                new ActionExecutionId(told.getId()),
                Requests.actionTypeId(told.getActionTypeId()),
                optional(told.hasClientId(), told.getClientId()).map(ClientId::new),
                Times.read(told.getStartedAt()),
                Enums.required("status", ActionExecutionStatus.class, told.getStatus()),
                progress(told.getProgress()),
                new ActionUrls(
                        optional(urls.hasEntityUrl(), urls.getEntityUrl()),
                        optional(urls.hasExecutionUrl(), urls.getExecutionUrl()),
                        optional(urls.hasRevisionUrl(), urls.getRevisionUrl())));
    }

    private static ActionProgress progress(PipelinesWire.ActionProgress told) {
        var error = told.getErrorDetails();
        return new ActionProgress(
                Requests.executionDetails(told.getExecutionDetails()),
                told.hasCurrentRevision()
                        ? Optional.of(Requests.currentRevision(told.getCurrentRevision()))
                        : Optional.empty(),
                new OutputVariables(told.getOutputVariablesMap()),
                told.hasErrorDetails()
                        ? Optional.of(new ErrorDetails(error.getCode(), error.getMessage()))
                        : Optional.empty());
    }

    private static JobReport job(PipelinesWire.JobReport told) {
        return new JobReport(
                new JobId(told.getId()),
                status(told.getStatus()),
                told.getTransitionsList().stream()
                        .map(step -> new Transition(status(step.getStatus()), Times.read(step.getAt())))
                        .toList(),
                Requests.actionTypeId(told.getActionTypeId()),
                optional(told.hasClientId(), told.getClientId()).map(ClientId::new),
                new ActionExecutionId(told.getActionExecutionId()));
    }

    private static JobStatus status(Wire.JobStatus told) {
        return Enums.required("status", JobStatus.class, told);
    }

    private static Optional<String> optional(boolean present, String text) {
        return present ? Optional.of(text) : Optional.empty();
    }
}
