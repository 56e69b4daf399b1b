package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.wire.json.Types.DATE_TIME;
import static dev.jobport.adapters.wire.json.Types.TEXT;
import static dev.jobport.adapters.wire.json.Types.constant;
import static dev.jobport.adapters.wire.json.Types.list;
import static dev.jobport.adapters.wire.json.Types.shown;
import static dev.jobport.adapters.wire.json.Types.shownMap;
import static dev.jobport.adapters.wire.json.Types.whole;

import dev.jobport.adapters.wire.json.ActionShapes;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.Form;
import dev.jobport.adapters.wire.json.Pages;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.Page;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionExecutionStatus;
import dev.jobport.domain.action.ActionProgress;
import dev.jobport.domain.action.ActionUrls;
import dev.jobport.domain.action.CurrentRevision;
import dev.jobport.domain.action.ErrorDetails;
import dev.jobport.domain.action.ExecutionDetails;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** How action executions and jobs stand. What is absent is left out. */
final class ReportShapes {

    static final Type<JobStatus> JOB_STATUS = constant(JobStatus.class).named("JobStatus");

    private static final Type<ActionExecutionId> ACTION_EXECUTION_ID = shown(ActionExecutionId::value);
    private static final Type<JobId> JOB_ID = shown(JobId::value).about("The job's name.");
    private static final Type<Map<String, String>> TEXTS = shownMap();
    private static final String ABSENT = "; absent while a value for it is missing.";

    private static final Shape<Transition> TRANSITION = Shape.answer("Transition", form -> {
        form.required("status", JOB_STATUS, Transition::status);
        form.required("at", time("When the job took the status."), Transition::at);
    });

    private static final Shape<JobReport> JOB_LIFE = Shape.answer("JobLife", form -> {
        form.about("A job of the action execution that it is listed in.");
        life(form);
    });

    static final Shape<JobReport> JOB = Shape.answer("Job", form -> {
        life(form);
        form.required("actionTypeId", ActionTypeShapes.ID, JobReport::actionTypeId);
        form.optional("clientId", ClientShapes.ID, JobReport::clientId);
        form.required(
                "actionExecutionId",
                ACTION_EXECUTION_ID.about("The action execution that the job is part of."),
                JobReport::actionExecutionId);
    });

    static final Shape<Page<JobReport>> JOBS = Pages.of("JobList", "jobs", JOB);

    private static final Shape<CurrentRevision> CURRENT_REVISION = Shape.answer("CurrentRevision", form -> {
        form.about("The revision that the action worked on.");
        form.required("revision", TEXT, CurrentRevision::revision);
        form.required("changeIdentifier", TEXT, CurrentRevision::changeIdentifier);
        form.optional("created", time("When the revision was made."), CurrentRevision::created);
        form.optional("revisionSummary", TEXT, CurrentRevision::revisionSummary);
    });

    private static final Shape<ErrorDetails> ERROR_DETAILS = Shape.answer("ErrorDetails", form -> {
        form.about("Why the action failed.");
        form.required(
                "code",
                TEXT.about("The failure type that the worker gave, or JobTimedOut or ActionTimedOut."),
                ErrorDetails::code);
        form.required("message", TEXT, ErrorDetails::message);
    });

    private static final Shape<ActionExecutionSummary> SUMMARY = Shape.answer("ActionExecutionSummary", form -> {
        form.about("How an action execution stands.");
        summary(form, Function.identity());
    });

    static final Shape<Page<ActionExecutionSummary>> ACTION_EXECUTIONS =
            Pages.of("ActionExecutionList", "actionExecutions", SUMMARY);

    static final Shape<ActionExecutionReport> ACTION_EXECUTION = Shape.answer("ActionExecution", form -> {
        form.about("How an action execution stands, and the story of its jobs.");
        summary(form, ActionExecutionReport::summary);
        form.orAbsent(
                "configuration",
                TEXTS.about("The action's settings, **** for those that are secret; absent if it has none."),
                Map.of(),
                ActionExecutionReport::configuration);
        form.orAbsent(
                "pipelineContext",
                ActionShapes.PIPELINE_CONTEXT,
                PipelineContext.NONE,
                ActionExecutionReport::pipelineContext);
        form.required(
                "jobs",
                list(JOB_LIFE).about("In the order in which they carried the action out."),
                ActionExecutionReport::jobs);
    });

    private ReportShapes() {}

    private static void life(Form<JobReport> form) {
        form.required("jobId", JOB_ID, JobReport::id);
        form.required("status", JOB_STATUS, JobReport::status);
        form.required(
                "transitions",
                list(TRANSITION).about("Oldest first: the first one and the latest 99."),
                JobReport::transitions);
    }

    private static <T> void summary(Form<T> form, Function<T, ActionExecutionSummary> of) {
        Function<T, ActionProgress> progress = of.andThen(ActionExecutionSummary::progress);
        Function<T, ExecutionDetails> details = progress.andThen(ActionProgress::executionDetails);
        Function<T, ActionUrls> urls = of.andThen(ActionExecutionSummary::urls);
        form.required(
                "actionExecutionId",
                ACTION_EXECUTION_ID.about("The action execution's name."),
                of.andThen(ActionExecutionSummary::id));
        form.required("actionTypeId", ActionTypeShapes.ID, of.andThen(ActionExecutionSummary::actionTypeId));
        form.optional("clientId", ClientShapes.ID, of.andThen(ActionExecutionSummary::clientId));
        form.required("startedAt", time("When the action started."), of.andThen(ActionExecutionSummary::startedAt));
        form.required("status", constant(ActionExecutionStatus.class), of.andThen(ActionExecutionSummary::status));
        form.optional(
                "summary", TEXT.about("What the worker says of its work."), details.andThen(ExecutionDetails::summary));
        form.optional(
                "percentComplete",
                whole(ExecutionDetails.PERCENT_COMPLETE),
                details.andThen(ExecutionDetails::percentComplete));
        form.optional(
                "externalExecutionId",
                TEXT.about("The work's name in the worker's own system."),
                details.andThen(ExecutionDetails::externalExecutionId));
        form.optional("currentRevision", CURRENT_REVISION, progress.andThen(ActionProgress::currentRevision));
        form.orAbsent(
                "outputVariables",
                TEXTS.about("What a custom action hands on; absent if it is nothing."),
                Map.of(),
                progress.andThen(it -> it.outputVariables().values()));
        form.optional(
                "entityUrl",
                TEXT.about("The thing that the action works on, by its type's entityUrlTemplate" + ABSENT),
                urls.andThen(ActionUrls::entityUrl));
        form.optional(
                "executionUrl",
                TEXT.about("What the action does just now, by its type's executionUrlTemplate" + ABSENT),
                urls.andThen(ActionUrls::executionUrl));
        form.optional(
                "revisionUrl",
                TEXT.about(
                        "Where the action's configuration can be changed, by its type's revisionUrlTemplate" + ABSENT),
                urls.andThen(ActionUrls::revisionUrl));
        form.optional("errorDetails", ERROR_DETAILS, progress.andThen(ActionProgress::errorDetails));
    }

    private static Type<Instant> time(String about) {
        return DATE_TIME.about(about + " ISO 8601, UTC, to the millisecond.");
    }
}
