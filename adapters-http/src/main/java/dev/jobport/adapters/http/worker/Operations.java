package dev.jobport.adapters.http.worker;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.http.json.ActionTypeIds;
import dev.jobport.adapters.http.json.Json;
import dev.jobport.adapters.http.json.Members;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.JobWorkerPort;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The operations by their names on the wire. Each reads its request whole before it asks the port. */
final class Operations {

    /** Reads a request and gives the answer; none if the operation has no output. */
    interface Operation extends BiFunction<Caller, Members, Optional<ObjectNode>> {}

    private final JobWorkerPort worker;
    private final Map<String, Operation> byName = Map.ofEntries(
            entry("PollForThirdPartyJobs", this::poll),
            entry("GetThirdPartyJobDetails", this::details),
            entry("AcknowledgeThirdPartyJob", this::acknowledge),
            entry("PutThirdPartyJobSuccessResult", this::putSuccess),
            entry("PutThirdPartyJobFailureResult", this::putFailure));

    Operations(JobWorkerPort worker) {
        this.worker = worker;
    }

    Optional<Operation> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    private Optional<ObjectNode> poll(Caller caller, Members in) {
        var actionTypeId = in.requiredStructure("actionTypeId", ActionTypeIds::read);
        var maxBatchSize = in.optional("maxBatchSize", JobWorkerPort.BATCH_SIZE);
        in.check();
        return Optional.of(Answers.jobs(worker.pollForThirdPartyJobs(
                caller, actionTypeId, maxBatchSize.orElse(JobWorkerPort.DEFAULT_BATCH_SIZE))));
    }

    private Optional<ObjectNode> details(Caller caller, Members in) {
        var jobId = jobId(in);
        var clientToken = clientToken(in);
        in.check();
        return Optional.of(Answers.details(worker.getThirdPartyJobDetails(caller, jobId, clientToken)));
    }

    private Optional<ObjectNode> acknowledge(Caller caller, Members in) {
        var jobId = jobId(in);
        var nonce = in.required("nonce", Nonce::new);
        var clientToken = clientToken(in);
        in.check();
        return Optional.of(Json.object()
                .put(
                        "status",
                        worker.acknowledgeThirdPartyJob(caller, jobId, nonce, clientToken)
                                .name()));
    }

    private Optional<ObjectNode> putSuccess(Caller caller, Members in) {
        var jobId = jobId(in);
        var clientToken = clientToken(in);
        var result = Results.success(in);
        in.check();
        worker.putThirdPartyJobSuccessResult(caller, jobId, clientToken, result);
        return Optional.empty();
    }

    private Optional<ObjectNode> putFailure(Caller caller, Members in) {
        var jobId = jobId(in);
        var clientToken = clientToken(in);
        var failureDetails = in.requiredStructure("failureDetails", Results::failure);
        in.check();
        worker.putThirdPartyJobFailureResult(caller, jobId, clientToken, failureDetails);
        return Optional.empty();
    }

    private static JobId jobId(Members in) {
        return in.required("jobId", JobId::new);
    }

    private static ClientToken clientToken(Members in) {
        return in.requiredSensitive("clientToken", ClientToken::new);
    }
}
