package dev.jobport.conformance.wire;

import static dev.jobport.conformance.json.ActionJson.list;
import static dev.jobport.conformance.json.ActionJson.text;
import static dev.jobport.conformance.json.JobJson.need;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.conformance.json.JobJson;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.util.List;
import java.util.Map;

/** The ports of both families of job workers as an endpoint of AWS JSON keeps them. */
public record WireJobWorkers(WireClient client) implements ThirdPartyJobWorkers, CustomJobWorkers {

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode job(JobId id) {
        return json().put("jobId", id.value());
    }

    private static ObjectNode job(JobId id, ClientToken token) {
        return job(id).put("clientToken", token.value());
    }

    private static ObjectNode poll(ActionTypeId type, int maxBatchSize) {
        ObjectNode json = json().put("maxBatchSize", maxBatchSize);
        json.set("actionTypeId", ActionTypeJson.write(type));
        return json;
    }

    private static JobStatus status(JsonNode answer) {
        return JobStatus.valueOf(need(answer, "status").textValue());
    }

    private static String id(JsonNode json, String member) {
        return need(json, member).textValue();
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId type, int maxBatchSize) {
        return list(
                need(client.call(caller, "PollForThirdPartyJobs", poll(type, maxBatchSize)), "jobs"),
                job -> new ThirdPartyJob(new ClientId(id(job, "clientId")), new JobId(id(job, "jobId"))));
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId jobId, ClientToken clientToken) {
        JsonNode details = need(client.call(caller, "GetThirdPartyJobDetails", job(jobId, clientToken)), "jobDetails");
        return new ThirdPartyJobDetails(
                new JobId(id(details, "id")),
                JobJson.data(need(details, "data")),
                text(details, "nonce").map(Nonce::new));
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId jobId, Nonce nonce, ClientToken clientToken) {
        return status(client.call(
                caller, "AcknowledgeThirdPartyJob", job(jobId, clientToken).put("nonce", nonce.value())));
    }

    @Override
    public void putThirdPartyJobSuccessResult(
            Caller caller, JobId jobId, ClientToken clientToken, SuccessResult result) {
        ObjectNode in = job(jobId, clientToken);
        JobJson.write(in, result);
        client.call(caller, "PutThirdPartyJobSuccessResult", in);
    }

    @Override
    public void putThirdPartyJobFailureResult(
            Caller caller, JobId jobId, ClientToken clientToken, FailureDetails failure) {
        client.call(
                caller,
                "PutThirdPartyJobFailureResult",
                job(jobId, clientToken).set("failureDetails", JobJson.write(failure)));
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId type, Map<String, String> queryParam, int maxBatchSize) {
        ObjectNode in = poll(type, maxBatchSize);
        if (!queryParam.isEmpty()) {
            ObjectNode query = in.putObject("queryParam");
            queryParam.forEach(query::put);
        }
        return list(
                need(client.call(caller, "PollForJobs", in), "jobs"),
                job -> new CustomJob(
                        new JobId(id(job, "id")),
                        JobJson.data(need(job, "data")),
                        new Nonce(id(job, "nonce")),
                        text(job, "accountId").orElse(JobJson.UNTOLD)));
    }

    @Override
    public CustomJobDetails getJobDetails(Caller caller, JobId jobId) {
        JsonNode details = need(client.call(caller, "GetJobDetails", job(jobId)), "jobDetails");
        return new CustomJobDetails(
                new JobId(id(details, "id")),
                JobJson.data(need(details, "data")),
                text(details, "accountId").orElse(JobJson.UNTOLD));
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId jobId, Nonce nonce) {
        return status(client.call(caller, "AcknowledgeJob", job(jobId).put("nonce", nonce.value())));
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId jobId, SuccessResult result) {
        ObjectNode in = job(jobId);
        JobJson.write(in, result);
        client.call(caller, "PutJobSuccessResult", in);
    }

    @Override
    public void putJobFailureResult(Caller caller, JobId jobId, FailureDetails failure) {
        client.call(caller, "PutJobFailureResult", job(jobId).set("failureDetails", JobJson.write(failure)));
    }
}
