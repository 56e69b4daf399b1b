package dev.jobport.adapters.http.control;

import static dev.jobport.adapters.wire.json.Types.list;
import static dev.jobport.adapters.wire.json.Types.map;
import static dev.jobport.adapters.wire.json.Types.shown;

import dev.jobport.adapters.wire.json.ActionShapes;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.Shape;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.driving.Pipelines.StartedAction;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.job.JobId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a pipeline says when it starts an action, and what it is told. */
final class StartShapes {

    /** @param clientId whose action it is */
    record Start(ActionTypeId actionTypeId, Optional<ClientId> clientId, ActionInput input) {}

    private static final Type<List<Artifact>> ARTIFACTS = list(ActionShapes.ARTIFACT);

    private static final Type<Map<String, String>> CONFIGURATION = map(
                    ActionInput.CONFIGURATION_KEY, ActionInput.CONFIGURATION_VALUE)
            .about("The action's settings. Those that its type declares secret are shown to nobody but the job's"
                    + " worker.");

    static final Shape<Start> START = Shape.of("ActionStart", form -> {
        form.about("What an action is to work with.");
        var actionTypeId = form.required("actionTypeId", ActionTypeShapes.ID, Start::actionTypeId);
        var clientId = form.optional(
                "clientId",
                ClientShapes.ID.about("Whose action it is: required for third-party actions, refused for custom ones."),
                Start::clientId);
        var configuration = form.orAbsent(
                "configuration", CONFIGURATION, Map.of(), it -> it.input().configuration());
        var pipelineContext = form.orAbsent(
                "pipelineContext",
                ActionShapes.PIPELINE_CONTEXT,
                PipelineContext.NONE,
                it -> it.input().pipelineContext());
        var inputArtifacts = form.orAbsent(
                "inputArtifacts", ARTIFACTS, List.of(), it -> it.input().inputArtifacts());
        var outputArtifacts = form.orAbsent(
                "outputArtifacts", ARTIFACTS, List.of(), it -> it.input().outputArtifacts());
        var encryptionKey = form.optional(
                "encryptionKey", ActionShapes.ENCRYPTION_KEY, it -> it.input().encryptionKey());
        return form.build(() -> new Start(
                actionTypeId,
                clientId,
                new ActionInput(configuration, pipelineContext, inputArtifacts, outputArtifacts, encryptionKey)));
    });

    static final Shape<StartedAction> STARTED = Shape.answer("StartedAction", form -> {
        form.required(
                "actionExecutionId",
                shown(ActionExecutionId::value).about("The new action execution."),
                StartedAction::actionExecutionId);
        form.required(
                "jobId",
                shown(JobId::value).about("Its first job, which can be polled at once."),
                StartedAction::jobId);
    });

    private StartShapes() {}
}
