package dev.jobport.adapters.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionTypeIds;
import dev.jobport.adapters.wire.json.Json;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.JobData;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.action.Artifact;
import dev.jobport.domain.action.PipelineContext;
import dev.jobport.domain.job.JobStatus;
import java.util.List;

/** Writes what a worker is answered. What is absent is left out. */
final class Answers {

    private Answers() {}

    static ObjectNode jobs(List<ThirdPartyJob> jobs) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("jobs");
        jobs.forEach(job -> list.addObject()
                .put("clientId", job.clientId().value())
                .put("jobId", job.jobId().value()));
        return answer;
    }

    static ObjectNode customJobs(List<CustomJob> jobs) {
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("jobs");
        jobs.forEach(job -> {
            ObjectNode node = list.addObject().put("id", job.id().value());
            node.set("data", data(job.data()));
            node.put("nonce", job.nonce().value()).put("accountId", job.accountId());
        });
        return answer;
    }

    static ObjectNode details(ThirdPartyJobDetails details) {
        ObjectNode answer = Json.object();
        ObjectNode job = answer.putObject("jobDetails").put("id", details.id().value());
        job.set("data", data(details.data()));
        details.nonce().ifPresent(nonce -> job.put("nonce", nonce.value()));
        return answer;
    }

    static ObjectNode details(CustomJobDetails details) {
        ObjectNode answer = Json.object();
        ObjectNode job = answer.putObject("jobDetails").put("id", details.id().value());
        job.set("data", data(details.data()));
        job.put("accountId", details.accountId());
        return answer;
    }

    static ObjectNode status(JobStatus status) {
        return Json.object().put("status", status.name());
    }

    private static ObjectNode data(JobData job) {
        ActionInput input = job.input();
        ObjectNode data = Json.object();
        data.set("actionTypeId", ActionTypeIds.write(job.actionTypeId()));
        ObjectNode configuration = data.putObject("actionConfiguration").putObject("configuration");
        input.configuration().forEach(configuration::put);
        data.set("pipelineContext", pipelineContext(job));
        artifacts(data.putArray("inputArtifacts"), input.inputArtifacts());
        artifacts(data.putArray("outputArtifacts"), input.outputArtifacts());
        job.artifactCredentials()
                .ifPresent(credentials -> data.putObject("artifactCredentials")
                        .put("accessKeyId", credentials.accessKeyId())
                        .put("secretAccessKey", credentials.secretAccessKey())
                        .put("sessionToken", credentials.sessionToken()));
        job.continuationToken().ifPresent(token -> data.put("continuationToken", token.value()));
        input.encryptionKey()
                .ifPresent(key -> data.putObject("encryptionKey")
                        .put("id", key.id())
                        .put("type", key.type().name()));
        return data;
    }

    private static ObjectNode pipelineContext(JobData job) {
        PipelineContext context = job.input().pipelineContext();
        ObjectNode node = Json.object();
        context.pipelineName().ifPresent(name -> node.put("pipelineName", name));
        context.stageName().ifPresent(name -> node.putObject("stage").put("name", name));
        ObjectNode action = node.putObject("action");
        context.actionName().ifPresent(name -> action.put("name", name));
        action.put("actionExecutionId", job.actionExecutionId().value());
        context.pipelineArn().ifPresent(arn -> node.put("pipelineArn", arn));
        context.pipelineExecutionId().ifPresent(id -> node.put("pipelineExecutionId", id));
        return node;
    }

    private static void artifacts(ArrayNode list, List<Artifact> artifacts) {
        for (Artifact artifact : artifacts) {
            ObjectNode node = list.addObject().put("name", artifact.name());
            artifact.revision().ifPresent(revision -> node.put("revision", revision));
            artifact.location()
                    .ifPresent(s3 -> node.putObject("location")
                            .put("type", "S3")
                            .putObject("s3Location")
                            .put("bucketName", s3.bucketName())
                            .put("objectKey", s3.objectKey()));
        }
    }
}
