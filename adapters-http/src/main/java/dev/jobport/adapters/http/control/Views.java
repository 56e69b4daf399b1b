package dev.jobport.adapters.http.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionTypeIds;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.PipelineContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** What callers of the control API see of action executions and jobs, page by page. What is absent is left out. */
final class Views {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Views() {}

    static PageRequest pageRequest(Members query) {
        var maxResults = query.optional("maxResults", PageRequest.MAX_RESULTS);
        var nextToken = query.optional("nextToken", Function.identity());
        return new PageRequest(maxResults.orElse(PageRequest.DEFAULT_MAX_RESULTS), nextToken);
    }

    static <T> ObjectNode page(String member, Page<T> page, Function<T, ObjectNode> view) {
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray(member);
        page.items().forEach(item -> items.add(view.apply(item)));
        page.nextToken().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    static ObjectNode actionExecution(ActionExecutionReport report) {
        ObjectNode view = summary(report.summary());
        if (!report.configuration().isEmpty()) {
            ObjectNode configuration = view.putObject("configuration");
            report.configuration().forEach(configuration::put);
        }
        ObjectNode context = pipelineContext(report.pipelineContext());
        if (!context.isEmpty()) {
            view.set("pipelineContext", context);
        }
        ArrayNode jobs = view.putArray("jobs");
        report.jobs().forEach(job -> jobs.add(life(job)));
        return view;
    }

    static ObjectNode summary(ActionExecutionSummary summary) {
        ObjectNode view = Json.object().put("actionExecutionId", summary.id().value());
        view.set("actionTypeId", ActionTypeIds.write(summary.actionTypeId()));
        summary.clientId().ifPresent(id -> view.put("clientId", id.value()));
        view.put("startedAt", time(summary.startedAt()));
        view.put("status", summary.status().name());
        ActionProgress progress = summary.progress();
        progress.executionDetails().summary().ifPresent(text -> view.put("summary", text));
        progress.executionDetails().percentComplete().ifPresent(percent -> view.put("percentComplete", percent));
        progress.executionDetails().externalExecutionId().ifPresent(id -> view.put("externalExecutionId", id));
        progress.currentRevision().ifPresent(revision -> view.set("currentRevision", revision(revision)));
        if (!progress.outputVariables().isEmpty()) {
            ObjectNode variables = view.putObject("outputVariables");
            progress.outputVariables().values().forEach(variables::put);
        }
        ActionUrls urls = summary.urls();
        urls.entityUrl().ifPresent(url -> view.put("entityUrl", url));
        urls.executionUrl().ifPresent(url -> view.put("executionUrl", url));
        urls.revisionUrl().ifPresent(url -> view.put("revisionUrl", url));
        progress.errorDetails()
                .ifPresent(error ->
                        view.putObject("errorDetails").put("code", error.code()).put("message", error.message()));
        return view;
    }

    static ObjectNode job(JobReport job) {
        ObjectNode view = life(job);
        view.set("actionTypeId", ActionTypeIds.write(job.actionTypeId()));
        job.clientId().ifPresent(id -> view.put("clientId", id.value()));
        return view.put("actionExecutionId", job.actionExecutionId().value());
    }

    private static ObjectNode life(JobReport job) {
        ObjectNode view = Json.object()
                .put("jobId", job.id().value())
                .put("status", job.status().name());
        ArrayNode transitions = view.putArray("transitions");
        job.transitions()
                .forEach(transition -> transitions
                        .addObject()
                        .put("status", transition.status().name())
                        .put("at", time(transition.at())));
        return view;
    }

    private static ObjectNode pipelineContext(PipelineContext context) {
        ObjectNode view = Json.object();
        context.pipelineName().ifPresent(name -> view.put("pipelineName", name));
        context.stageName().ifPresent(name -> view.putObject("stage").put("name", name));
        context.actionName().ifPresent(name -> view.putObject("action").put("name", name));
        context.pipelineArn().ifPresent(arn -> view.put("pipelineArn", arn));
        context.pipelineExecutionId().ifPresent(id -> view.put("pipelineExecutionId", id));
        return view;
    }

    private static ObjectNode revision(CurrentRevision revision) {
        ObjectNode view =
                Json.object().put("revision", revision.revision()).put("changeIdentifier", revision.changeIdentifier());
        revision.created().ifPresent(created -> view.put("created", time(created)));
        revision.revisionSummary().ifPresent(summary -> view.put("revisionSummary", summary));
        return view;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
