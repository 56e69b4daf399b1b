package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.PipelinesGrpc.PipelinesImplBase;
import dev.jobport.adapters.grpc.generated.PipelinesWire.AwaitActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.AwaitActionExecutionResponse;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetActionExecutionResponse;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetJobRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.GetJobResponse;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ListActionExecutionsRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ListActionExecutionsResponse;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ListJobsRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.ListJobsResponse;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StartActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StartActionExecutionResponse;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StopActionExecutionRequest;
import dev.jobport.adapters.grpc.generated.PipelinesWire.StopActionExecutionResponse;
import dev.jobport.adapters.identity.Waits;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.domain.Account;
import dev.jobport.domain.RangeConstraint;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Pipelines. Who may call these has control rights, so the account is all that the port asks for. */
final class PipelinesService extends PipelinesImplBase {

    /** As over HTTP: it bounds how long a wait outlives a client that is gone without a sign. */
    static final RangeConstraint WAIT_SECONDS = new RangeConstraint(0, 60);

    private static final ActionInput NOTHING =
            new ActionInput(Map.of(), PipelineContext.NONE, List.of(), List.of(), Optional.empty());

    private final Pipelines port;
    private final Waits waits;
    private final Executor threads;

    /** @param threads that answer those who wait: whoever ended the action must not wait for a slow reader */
    PipelinesService(Pipelines port, Waits waits, Executor threads) {
        this.port = port;
        this.waits = waits;
        this.threads = threads;
    }

    private static Account account() {
        return Door.caller().account();
    }

    @Override
    public void startActionExecution(StartActionExecutionRequest in, StreamObserver<StartActionExecutionResponse> to) {
        var started = Fields.all(
                (type, client, input) -> port.startActionExecution(account(), type, client, input),
                () -> Requests.actionTypeId(in.hasActionTypeId(), in.getActionTypeId()),
                () -> Requests.text("clientId", in.hasClientId(), in.getClientId(), ClientId::new),
                // what the application refuses of it is told without the field: so it is in every transport's words
                () -> in.hasInput() ? Requests.actionInput(in.getInput()) : NOTHING);
        Audit.changed("start", started.actionExecutionId().value());
        Answers.send(
                to,
                StartActionExecutionResponse.newBuilder()
                        .setActionExecutionId(started.actionExecutionId().value())
                        .setJobId(started.jobId().value())
                        .build());
    }

    @Override
    public void stopActionExecution(StopActionExecutionRequest in, StreamObserver<StopActionExecutionResponse> to) {
        var id = actionExecutionId(in.getActionExecutionId());
        var report = port.stopActionExecution(account(), id);
        Audit.changed("stop", id.value());
        Answers.send(
                to,
                StopActionExecutionResponse.newBuilder()
                        .setActionExecution(PipelineAnswers.report(report))
                        .build());
    }

    @Override
    public void getActionExecution(GetActionExecutionRequest in, StreamObserver<GetActionExecutionResponse> to) {
        var report = port.actionExecution(account(), actionExecutionId(in.getActionExecutionId()));
        Answers.send(
                to,
                GetActionExecutionResponse.newBuilder()
                        .setActionExecution(PipelineAnswers.report(report))
                        .build());
    }

    @Override
    public void awaitActionExecution(AwaitActionExecutionRequest in, StreamObserver<AwaitActionExecutionResponse> to) {
        var end = Fields.all(
                (id, patience) -> waits.await(account(), id, patience),
                () -> actionExecutionId(in.getActionExecutionId()),
                () -> Fields.optional(
                                "patience", in.hasPatience(), in::getPatience, asked -> Times.read(asked, WAIT_SECONDS))
                        .orElse(Duration.ofSeconds(WAIT_SECONDS.max())));
        ((ServerCallStreamObserver<AwaitActionExecutionResponse>) to).setOnCancelHandler(() -> end.cancel(false));
        end.whenCompleteAsync(
                (report, failure) -> {
                    if (end.isCancelled()) {
                        return; // there is nobody to answer
                    }
                    if (failure == null) {
                        Answers.send(
                                to,
                                AwaitActionExecutionResponse.newBuilder()
                                        .setActionExecution(PipelineAnswers.report(report))
                                        .build());
                    } else {
                        to.onError(
                                Refusals.told(failure instanceof CompletionException ? failure.getCause() : failure));
                    }
                },
                threads);
    }

    private static ActionExecutionId actionExecutionId(String text) {
        return Fields.required("actionExecutionId", text, ActionExecutionId::new);
    }

    @Override
    public void listActionExecutions(ListActionExecutionsRequest in, StreamObserver<ListActionExecutionsResponse> to) {
        var page = port.actionExecutions(
                account(), page(in.hasMaxResults(), in.getMaxResults(), in.hasNextToken(), in.getNextToken()));
        var told = ListActionExecutionsResponse.newBuilder()
                .addAllActionExecutions(
                        page.items().stream().map(PipelineAnswers::summary).toList());
        page.nextToken().ifPresent(told::setNextToken);
        Answers.send(to, told.build());
    }

    @Override
    public void getJob(GetJobRequest in, StreamObserver<GetJobResponse> to) {
        var job = port.job(account(), Fields.required("jobId", in.getJobId(), JobId::new));
        Answers.send(
                to, GetJobResponse.newBuilder().setJob(PipelineAnswers.job(job)).build());
    }

    @Override
    public void listJobs(ListJobsRequest in, StreamObserver<ListJobsResponse> to) {
        var page = Fields.all(
                (status, asked) -> port.jobs(account(), status, asked),
                () -> Enums.optional("status", JobStatus.class, in.getStatus()),
                () -> page(in.hasMaxResults(), in.getMaxResults(), in.hasNextToken(), in.getNextToken()));
        var told = ListJobsResponse.newBuilder()
                .addAllJobs(page.items().stream().map(PipelineAnswers::job).toList());
        page.nextToken().ifPresent(told::setNextToken);
        Answers.send(to, told.build());
    }

    private static PageRequest page(boolean hasMax, int max, boolean hasToken, String token) {
        return Requests.page(hasMax, max, PageRequest.DEFAULT_MAX_RESULTS, hasToken, token);
    }
}
