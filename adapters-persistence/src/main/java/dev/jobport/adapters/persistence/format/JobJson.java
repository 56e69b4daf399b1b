package dev.jobport.adapters.persistence.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.domain.action.ActionExecution;
import dev.jobport.domain.job.ContinuationToken;
import dev.jobport.domain.job.Invocation;
import dev.jobport.domain.job.Job;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobState;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.ResultFingerprint;
import java.time.Instant;

/** A job without its action, which is written once for all of its jobs, as it is stored by a store that has no columns. */
public final class JobJson {

    private JobJson() {}

    public static ObjectNode write(Job job) {
        ObjectNode json = Json.object()
                .put("id", job.id().value())
                .put("number", job.number())
                .put("dueAt", job.dueAt().toEpochMilli())
                .put("status", job.status().name())
                .put("transitions", Texts.writeTransitions(job.transitions()));
        Json.put(json, "continuationToken", job.continuationToken().map(ContinuationToken::value));
        Json.put(json, "nonce", job.nonce().map(Nonce::value));
        job.state().until().ifPresent(until -> json.put("until", until.toEpochMilli()));
        json.set("progress", Json.parse(ProgressJson.write(job.progress())));
        Json.put(json, "acknowledgedBy", job.state().acknowledgedBy().map(Invocation::id));
        Json.put(json, "result", job.state().result().map(ResultFingerprint::value));
        return json;
    }

    public static Job read(JsonNode json, ActionExecution action) {
        return Job.restore(
                new JobId(Json.text(json, "id")),
                action,
                json.required("number").intValue(),
                Json.optionalText(json, "continuationToken").map(ContinuationToken::new),
                instant(json.required("dueAt")),
                new JobState(
                        JobStatus.valueOf(Json.text(json, "status")),
                        Json.optionalText(json, "nonce").map(Nonce::new),
                        Json.optional(json, "until", JobJson::instant),
                        ProgressJson.read(json.required("progress").toString()),
                        Texts.readTransitions(Json.text(json, "transitions")),
                        Json.optionalText(json, "acknowledgedBy").map(Invocation::new),
                        Json.optionalText(json, "result").map(ResultFingerprint::new)));
    }

    private static Instant instant(JsonNode millis) {
        return Instant.ofEpochMilli(millis.longValue());
    }
}
