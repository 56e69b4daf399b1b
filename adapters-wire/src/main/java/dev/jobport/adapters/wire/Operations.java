package dev.jobport.adapters.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionTypeIds;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.BatchSize;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.action.ActionTypeId;
import dev.jobport.domain.action.ConfigurationProperty;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The operations by their names on the wire. Each reads its request whole before it asks the port. */
final class Operations {

    /** Reads a request and gives the answer; none if the operation has no output. */
    interface Operation extends BiFunction<Caller, Members, Optional<ObjectNode>> {}

    private final ThirdPartyJobWorkers thirdParty;
    private final CustomJobWorkers custom;
    private final Map<String, Operation> byName = new HashMap<>(Map.ofEntries(
            entry("PollForThirdPartyJobs", this::pollThirdParty),
            entry("GetThirdPartyJobDetails", this::thirdPartyDetails),
            entry("AcknowledgeThirdPartyJob", this::acknowledgeThirdParty),
            entry("PutThirdPartyJobSuccessResult", this::putThirdPartySuccess),
            entry("PutThirdPartyJobFailureResult", this::putThirdPartyFailure),
            entry("PollForJobs", this::pollCustom),
            entry("GetJobDetails", this::customDetails),
            entry("AcknowledgeJob", this::acknowledgeCustom),
            entry("PutJobSuccessResult", this::putCustomSuccess),
            entry("PutJobFailureResult", this::putCustomFailure)));

    Operations(ThirdPartyJobWorkers thirdParty, CustomJobWorkers custom, ActionTypes actionTypes) {
        this.thirdParty = thirdParty;
        this.custom = custom;
        byName.putAll(new ActionTypeOperations(actionTypes).byName());
    }

    Optional<Operation> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    private Optional<ObjectNode> pollThirdParty(Caller caller, Members in) {
        var actionTypeId = actionTypeId(in);
        var maxBatchSize = maxBatchSize(in);
        in.check();
        return Optional.of(Answers.jobs(thirdParty.pollForThirdPartyJobs(caller, actionTypeId, maxBatchSize)));
    }

    private Optional<ObjectNode> pollCustom(Caller caller, Members in) {
        var actionTypeId = actionTypeId(in);
        var maxBatchSize = maxBatchSize(in);
        var queryParam =
                AwsCollections.map(in, "queryParam", 1, ConfigurationProperty.NAME, ConfigurationProperty.QUERY_VALUE);
        in.check();
        return Optional.of(Answers.customJobs(custom.pollForJobs(caller, actionTypeId, queryParam, maxBatchSize)));
    }

    private Optional<ObjectNode> thirdPartyDetails(Caller caller, Members in) {
        var jobId = thirdPartyJobId(in);
        var clientToken = clientToken(in);
        in.check();
        return Optional.of(Answers.details(thirdParty.getThirdPartyJobDetails(caller, jobId, clientToken)));
    }

    private Optional<ObjectNode> customDetails(Caller caller, Members in) {
        var jobId = customJobId(in);
        in.check();
        return Optional.of(Answers.details(custom.getJobDetails(caller, jobId)));
    }

    private Optional<ObjectNode> acknowledgeThirdParty(Caller caller, Members in) {
        var jobId = thirdPartyJobId(in);
        var nonce = nonce(in);
        var clientToken = clientToken(in);
        in.check();
        return Optional.of(Answers.status(thirdParty.acknowledgeThirdPartyJob(caller, jobId, nonce, clientToken)));
    }

    private Optional<ObjectNode> acknowledgeCustom(Caller caller, Members in) {
        var jobId = customJobId(in);
        var nonce = nonce(in);
        in.check();
        return Optional.of(Answers.status(custom.acknowledgeJob(caller, jobId, nonce)));
    }

    private Optional<ObjectNode> putThirdPartySuccess(Caller caller, Members in) {
        var jobId = thirdPartyJobId(in);
        var clientToken = clientToken(in);
        var result = Results.success(in);
        in.check();
        thirdParty.putThirdPartyJobSuccessResult(caller, jobId, clientToken, result);
        return Optional.empty();
    }

    private Optional<ObjectNode> putCustomSuccess(Caller caller, Members in) {
        var jobId = customJobId(in);
        var result = Results.successWithVariables(in);
        in.check();
        custom.putJobSuccessResult(caller, jobId, result);
        return Optional.empty();
    }

    private Optional<ObjectNode> putThirdPartyFailure(Caller caller, Members in) {
        var jobId = thirdPartyJobId(in);
        var clientToken = clientToken(in);
        var failureDetails = failureDetails(in);
        in.check();
        thirdParty.putThirdPartyJobFailureResult(caller, jobId, clientToken, failureDetails);
        return Optional.empty();
    }

    private Optional<ObjectNode> putCustomFailure(Caller caller, Members in) {
        var jobId = customJobId(in);
        var failureDetails = failureDetails(in);
        in.check();
        custom.putJobFailureResult(caller, jobId, failureDetails);
        return Optional.empty();
    }

    private static ActionTypeId actionTypeId(Members in) {
        return in.requiredStructure("actionTypeId", ActionTypeIds::read);
    }

    private static int maxBatchSize(Members in) {
        return in.optional("maxBatchSize", BatchSize.RANGE).orElse(BatchSize.DEFAULT);
    }

    private static JobId thirdPartyJobId(Members in) {
        return in.required("jobId", JobId::new);
    }

    private static JobId customJobId(Members in) {
        return in.required("jobId", id -> new JobId(JobId.UUID.require(id)));
    }

    private static Nonce nonce(Members in) {
        return in.required("nonce", Nonce::new);
    }

    private static ClientToken clientToken(Members in) {
        return in.required("clientToken", ClientToken::new);
    }

    private static FailureDetails failureDetails(Members in) {
        return in.requiredStructure("failureDetails", Results::failure);
    }
}
