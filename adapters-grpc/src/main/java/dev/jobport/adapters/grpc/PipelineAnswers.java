package dev.jobport.adapters.grpc;

import dev.jobport.adapters.grpc.generated.PipelinesWire;
import dev.jobport.adapters.grpc.generated.Wire;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.Transition;

/** Tells how actions and their jobs stand. */
final class PipelineAnswers {

    private PipelineAnswers() {}

    static PipelinesWire.ActionExecutionReport report(ActionExecutionReport report) {
        return PipelinesWire.ActionExecutionReport.newBuilder()
                .setSummary(summary(report.summary()))
                .putAllConfiguration(report.configuration())
                .setPipelineContext(Answers.pipelineContext(report.pipelineContext()))
                .addAllJobs(report.jobs().stream().map(PipelineAnswers::job).toList())
                .build();
    }

    static PipelinesWire.ActionExecutionSummary summary(ActionExecutionSummary summary) {
        var told = PipelinesWire.ActionExecutionSummary.newBuilder()
                .setId(summary.id().value())
                .setActionTypeId(Answers.actionTypeId(summary.actionTypeId()))
                .setStartedAt(Times.of(summary.startedAt()))
                .setStatus(Enums.of(PipelinesWire.ActionExecutionStatus.class, summary.status()))
                .setProgress(progress(summary.progress()))
                .setUrls(urls(summary.urls()));
        summary.clientId().map(ClientId::value).ifPresent(told::setClientId);
        return told.build();
    }

    private static PipelinesWire.ActionProgress progress(ActionProgress progress) {
        var told = PipelinesWire.ActionProgress.newBuilder()
                .setExecutionDetails(Answers.executionDetails(progress.executionDetails()))
                .putAllOutputVariables(progress.outputVariables().values());
        progress.currentRevision().map(Answers::currentRevision).ifPresent(told::setCurrentRevision);
        progress.errorDetails()
                .map(error -> PipelinesWire.ErrorDetails.newBuilder()
                        .setCode(error.code())
                        .setMessage(error.message()))
                .ifPresent(told::setErrorDetails);
        return told.build();
    }

    private static PipelinesWire.ActionUrls urls(ActionUrls urls) {
        var told = PipelinesWire.ActionUrls.newBuilder();
        urls.entityUrl().ifPresent(told::setEntityUrl);
        urls.executionUrl().ifPresent(told::setExecutionUrl);
        urls.revisionUrl().ifPresent(told::setRevisionUrl);
        return told.build();
    }

    static PipelinesWire.JobReport job(JobReport job) {
        var told = PipelinesWire.JobReport.newBuilder()
                .setId(job.id().value())
                .setStatus(Answers.status(job.status()))
                .setActionTypeId(Answers.actionTypeId(job.actionTypeId()))
                .setActionExecutionId(job.actionExecutionId().value());
        job.transitions().forEach(step -> told.addTransitions(transition(step)));
        job.clientId().map(ClientId::value).ifPresent(told::setClientId);
        return told.build();
    }

    private static PipelinesWire.Transition transition(Transition step) {
        Wire.JobStatus status = Answers.status(step.status());
        return PipelinesWire.Transition.newBuilder()
                .setStatus(status)
                .setAt(Times.of(step.at()))
                .build();
    }
}
