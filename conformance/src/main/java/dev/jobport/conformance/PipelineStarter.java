package dev.jobport.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.conformance.wire.WirePipelines;
import dev.jobport.contracts.worker.JobWorkerWorld;
import dev.jobport.contracts.worker.Started;
import dev.jobport.domain.Account;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.actiontype.ActionCategory;
import dev.jobport.domain.actiontype.ActionOwner;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeDefinition;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.actiontype.ActionTypeSettings;
import dev.jobport.domain.actiontype.ArtifactDetails;
import dev.jobport.domain.actiontype.Timing;
import dev.jobport.domain.job.JobId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Starts each action in a pipeline of its own, the smallest that there can be: a stage with a source, which is a custom
 * action of ours, and a stage with the action. We do the source's job ourselves, once. So the action starts once, though AWS
 * starts a new pipeline by itself, and then again when it is asked to: the other execution does not get past its source.
 */
final class PipelineStarter implements Starter {

    private static final String SOURCE = "Source";
    private static final String CLAUSE = "Clause";

    /** All that can be due. */
    private static final int BATCH = 100;

    private final Asked asked;
    private final Endpoint.ByPipelines how;
    private final Patience patience;
    private final WirePipelines pipelines;

    /** Of the clause, or of one before. */
    private ActionTypeId source;

    /** Ids of all jobs for sources that were seen. They name the same pipelines as the jobs of the clauses. */
    private final Set<String> sourceJobs = new HashSet<>();

    PipelineStarter(Asked asked, Endpoint.ByPipelines how) {
        this.asked = asked;
        this.how = how;
        this.patience = new Patience(how.patience());
        this.pipelines = new WirePipelines(asked.client(), asked.endpoint().caller());
    }

    @Override
    public Patience patience() {
        return patience;
    }

    @Override
    public Started start(ActionTypeId type, Map<String, String> configuration) {
        makeSource();
        String name = JobWorkerWorld.newName();
        pipelines.create(declaration(name, type, configuration));
        asked.belongings().add("pipeline " + name, () -> pipelines.delete(name));
        pipelines.start(name);
        Run run = new Run(name, doSource(name));
        run.awaitStart();
        return run;
    }

    /** One for each clause. */
    private void makeSource() {
        Account own = asked.endpoint().caller().account();
        if (source != null && asked.belongings().owns(own, source)) {
            return;
        }
        source = new ActionTypeId(ActionCategory.Source, ActionOwner.Custom, JobWorkerWorld.newName(), "1");
        ActionTypeDefinition definition = new ActionTypeDefinition(
                ActionTypeSettings.NONE, List.of(), new ArtifactDetails(0, 0), new ArtifactDetails(1, 1));
        asked.operators()
                .putActionType(own, new ActionType(source, definition, Timing.defaultsFor(ActionOwner.Custom)));
    }

    private ObjectNode declaration(String name, ActionTypeId type, Map<String, String> configuration) {
        ObjectNode pipeline = WirePipelines.json().put("name", name).put("roleArn", how.role());
        pipeline.putObject("artifactStore").put("type", "S3").put("location", how.bucket());
        ArrayNode stages = pipeline.putArray("stages");
        action(stages, SOURCE, source).putArray("outputArtifacts").addObject().put("name", SOURCE);
        ObjectNode given = action(stages, CLAUSE, type).putObject("configuration");
        configuration.forEach(given::put);
        return pipeline.put("version", 1);
    }

    private static ObjectNode action(ArrayNode stages, String name, ActionTypeId type) {
        ObjectNode action =
                stages.addObject().put("name", name).putArray("actions").addObject();
        action.put("name", name).put("runOrder", 1).set("actionTypeId", ActionTypeJson.write(type));
        return action;
    }

    /** @return the job of it that is done */
    private JsonNode doSource(String pipeline) {
        ObjectNode poll = WirePipelines.json().put("maxBatchSize", BATCH);
        poll.set("actionTypeId", ActionTypeJson.write(source));
        JsonNode job = patience.until(() -> sourceJob(poll, pipeline))
                .orElseThrow(() -> new SetUpFailed("no job for the source of pipeline " + pipeline + " within "
                        + how.patience().toSeconds() + " seconds"));
        String id = job.path("id").asText();
        pipelines.ask(
                "AcknowledgeJob",
                WirePipelines.json()
                        .put("jobId", id)
                        .put("nonce", job.path("nonce").asText()));
        ObjectNode success = WirePipelines.json().put("jobId", id);
        success.putObject("currentRevision").put("revision", "1").put("changeIdentifier", "1");
        pipelines.ask("PutJobSuccessResult", success);
        return job;
    }

    private Optional<JsonNode> sourceJob(ObjectNode poll, String pipeline) {
        List<JsonNode> jobs = new ArrayList<>();
        pipelines.ask("PollForJobs", poll).path("jobs").forEach(jobs::add);
        jobs.forEach(job -> sourceJobs.add(job.path("id").asText()));
        return jobs.stream().filter(job -> isOf(pipeline, job)).findFirst();
    }

    private static boolean isOf(String pipeline, JsonNode job) {
        return context(job).path("pipelineName").asText().equals(pipeline);
    }

    private static JsonNode context(JsonNode job) {
        return job.path("data").path("pipelineContext");
    }

    /** A pipeline, and the execution of it that went on to the action. */
    private final class Run implements Started {

        private final String pipeline;
        private final JsonNode sourceJob;

        Run(String pipeline, JsonNode sourceJob) {
            this.pipeline = pipeline;
            this.sourceJob = sourceJob;
        }

        private JsonNode action() {
            return pipelines.latestExecution(pipeline, CLAUSE, CLAUSE);
        }

        private boolean isUnderWay(JsonNode action) {
            return action.path("status").asText().equals("InProgress");
        }

        private void awaitStart() {
            JsonNode action = patience.until(() -> Optional.of(action()).filter(it -> it.has("status")))
                    .orElseThrow(() -> new SetUpFailed("the action of pipeline " + pipeline + " has not started within "
                            + how.patience().toSeconds() + " seconds"));
            if (!isUnderWay(action)) {
                throw new SetUpFailed("the action of pipeline " + pipeline + " did not start: " + action);
            }
        }

        @Override
        public ActionExecutionId actionExecutionId() {
            return Optional.of(action().path("actionExecutionId"))
                    .filter(JsonNode::isTextual)
                    .map(it -> new ActionExecutionId(it.textValue()))
                    .orElseThrow(() -> asked.notes().missing(Capability.CONTROL));
        }

        @Override
        public JobId jobId() {
            return asked.notes()
                    .offered(job -> isOf(pipeline, job)
                            && !sourceJobs.contains(job.path("id").asText()))
                    .orElseThrow(() -> asked.notes().missing(Capability.CONTROL));
        }

        @Override
        public void stop() {
            pipelines.stop(
                    pipeline, context(sourceJob).path("pipelineExecutionId").asText());
            patience.until(() -> Optional.of(action()).filter(it -> !isUnderWay(it)))
                    .orElseThrow(() -> new SetUpFailed("the action of pipeline " + pipeline + " has not stopped within "
                            + how.patience().toSeconds() + " seconds"));
        }
    }
}
