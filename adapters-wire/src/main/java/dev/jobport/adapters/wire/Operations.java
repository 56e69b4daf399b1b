package dev.jobport.adapters.wire;

import static dev.jobport.adapters.wire.json.Types.text;
import static dev.jobport.adapters.wire.json.Types.whole;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.adapters.wire.json.ActionTypeShapes;
import dev.jobport.adapters.wire.json.AwsCollections;
import dev.jobport.adapters.wire.json.Members;
import dev.jobport.adapters.wire.json.Type;
import dev.jobport.application.driving.ActionTypes;
import dev.jobport.application.driving.BatchSize;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.actiontype.ConfigurationProperty;
import dev.jobport.domain.client.ClientToken;
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

    private static final Type<JobId> THIRD_PARTY_JOB_ID = text(JobId::new, JobId::value);
    private static final Type<JobId> JOB_ID = text(JobId.UUID, id -> new JobId(JobId.UUID.require(id)), JobId::value);
    private static final Type<Nonce> NONCE = text(Nonce::new, Nonce::value);
    private static final Type<ClientToken> CLIENT_TOKEN = text(ClientToken.FORM, ClientToken::new, ClientToken::value);
    private static final Type<Integer> BATCH_SIZE = whole(BatchSize.RANGE);
    private static final Type<Map<String, String>> QUERY_PARAM =
            AwsCollections.map(1, ConfigurationProperty.NAME, ConfigurationProperty.QUERY_VALUE);

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
        var actionTypeId = in.required("actionTypeId", ActionTypeShapes.ID);
        var maxBatchSize = maxBatchSize(in);
        in.check();
        return Optional.of(JobShapes.POLLED_THIRD_PARTY.write(
                thirdParty.pollForThirdPartyJobs(caller, actionTypeId, maxBatchSize)));
    }

    private Optional<ObjectNode> pollCustom(Caller caller, Members in) {
        var actionTypeId = in.required("actionTypeId", ActionTypeShapes.ID);
        var maxBatchSize = maxBatchSize(in);
        var queryParam = in.optional("queryParam", QUERY_PARAM).orElse(Map.of());
        in.check();
        return Optional.of(JobShapes.POLLED.write(custom.pollForJobs(caller, actionTypeId, queryParam, maxBatchSize)));
    }

    private Optional<ObjectNode> thirdPartyDetails(Caller caller, Members in) {
        var jobId = in.required("jobId", THIRD_PARTY_JOB_ID);
        var clientToken = in.required("clientToken", CLIENT_TOKEN);
        in.check();
        return Optional.of(JobShapes.THIRD_PARTY_JOB_DETAILS.write(
                thirdParty.getThirdPartyJobDetails(caller, jobId, clientToken)));
    }

    private Optional<ObjectNode> customDetails(Caller caller, Members in) {
        var jobId = in.required("jobId", JOB_ID);
        in.check();
        return Optional.of(JobShapes.JOB_DETAILS.write(custom.getJobDetails(caller, jobId)));
    }

    private Optional<ObjectNode> acknowledgeThirdParty(Caller caller, Members in) {
        var jobId = in.required("jobId", THIRD_PARTY_JOB_ID);
        var nonce = in.required("nonce", NONCE);
        var clientToken = in.required("clientToken", CLIENT_TOKEN);
        in.check();
        return Optional.of(
                JobShapes.ACKNOWLEDGED.write(thirdParty.acknowledgeThirdPartyJob(caller, jobId, nonce, clientToken)));
    }

    private Optional<ObjectNode> acknowledgeCustom(Caller caller, Members in) {
        var jobId = in.required("jobId", JOB_ID);
        var nonce = in.required("nonce", NONCE);
        in.check();
        return Optional.of(JobShapes.ACKNOWLEDGED.write(custom.acknowledgeJob(caller, jobId, nonce)));
    }

    private Optional<ObjectNode> putThirdPartySuccess(Caller caller, Members in) {
        var jobId = in.required("jobId", THIRD_PARTY_JOB_ID);
        var clientToken = in.required("clientToken", CLIENT_TOKEN);
        var result = ResultShapes.success(in, false);
        in.check();
        thirdParty.putThirdPartyJobSuccessResult(caller, jobId, clientToken, result);
        return Optional.empty();
    }

    private Optional<ObjectNode> putCustomSuccess(Caller caller, Members in) {
        var jobId = in.required("jobId", JOB_ID);
        var result = ResultShapes.success(in, true);
        in.check();
        custom.putJobSuccessResult(caller, jobId, result);
        return Optional.empty();
    }

    private Optional<ObjectNode> putThirdPartyFailure(Caller caller, Members in) {
        var jobId = in.required("jobId", THIRD_PARTY_JOB_ID);
        var clientToken = in.required("clientToken", CLIENT_TOKEN);
        var failureDetails = in.required("failureDetails", ResultShapes.FAILURE);
        in.check();
        thirdParty.putThirdPartyJobFailureResult(caller, jobId, clientToken, failureDetails);
        return Optional.empty();
    }

    private Optional<ObjectNode> putCustomFailure(Caller caller, Members in) {
        var jobId = in.required("jobId", JOB_ID);
        var failureDetails = in.required("failureDetails", ResultShapes.FAILURE);
        in.check();
        custom.putJobFailureResult(caller, jobId, failureDetails);
        return Optional.empty();
    }

    private static int maxBatchSize(Members in) {
        return in.optional("maxBatchSize", BATCH_SIZE).orElse(BatchSize.DEFAULT);
    }
}
