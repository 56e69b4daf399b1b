package example.lines;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.DrivingPorts;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads what is asked into domain values and asks the port. The wire has the shape of the domain's records. */
final class Operations {

    /** Records tell their own members; what else they can be asked is not of the wire. */
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private final ThirdPartyJobWorkers thirdParty;
    private final CustomJobWorkers custom;

    Operations(DrivingPorts ports) {
        this.thirdParty = ports.thirdParty();
        this.custom = ports.custom();
    }

    /** @return what the port answers; null if it answers nothing */
    Object run(String operation, Caller caller, JsonNode in) {
        return switch (operation) {
            case "PollForJobs" ->
                custom.pollForJobs(
                        caller,
                        type(in),
                        queryParam(in),
                        in.path("maxBatchSize").asInt(1));
            case "GetJobDetails" -> custom.getJobDetails(caller, job(in));
            case "AcknowledgeJob" -> custom.acknowledgeJob(caller, job(in), nonce(in));
            case "PutJobSuccessResult" -> done(() -> custom.putJobSuccessResult(caller, job(in), result(in)));
            case "PutJobFailureResult" -> done(() -> custom.putJobFailureResult(caller, job(in), failure(in)));
            case "PollForThirdPartyJobs" ->
                thirdParty.pollForThirdPartyJobs(
                        caller, type(in), in.path("maxBatchSize").asInt(1));
            case "GetThirdPartyJobDetails" -> thirdParty.getThirdPartyJobDetails(caller, job(in), token(in));
            case "AcknowledgeThirdPartyJob" ->
                thirdParty.acknowledgeThirdPartyJob(caller, job(in), nonce(in), token(in));
            case "PutThirdPartyJobSuccessResult" ->
                done(() -> thirdParty.putThirdPartyJobSuccessResult(caller, job(in), token(in), result(in)));
            case "PutThirdPartyJobFailureResult" ->
                done(() -> thirdParty.putThirdPartyJobFailureResult(caller, job(in), token(in), failure(in)));
            default -> throw new Refusal.Validation("operation", "There is no such operation.");
        };
    }

    private static Object done(Runnable command) {
        command.run();
        return null;
    }

    private static ActionTypeId type(JsonNode in) {
        return read(in.path("actionTypeId"), new TypeReference<>() {});
    }

    private static Map<String, String> queryParam(JsonNode in) {
        return read(in.path("queryParam"), new TypeReference<>() {});
    }

    private static SuccessResult result(JsonNode in) {
        return read(in.path("result"), new TypeReference<>() {});
    }

    private static FailureDetails failure(JsonNode in) {
        return read(in.path("failureDetails"), new TypeReference<>() {});
    }

    private static JobId job(JsonNode in) {
        return new JobId(in.path("jobId").asText());
    }

    private static Nonce nonce(JsonNode in) {
        return new Nonce(in.path("nonce").asText());
    }

    private static ClientToken token(JsonNode in) {
        return new ClientToken(in.path("clientToken").asText());
    }

    private static <T> T read(JsonNode member, TypeReference<T> type) {
        try {
            T value = JSON.readValue(JSON.treeAsTokens(member), type);
            if (value == null) {
                throw new Refusal.Validation("", "A member is missing.");
            }
            return value;
        } catch (JsonProcessingException e) { // a value that the domain refused, or one of another shape
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : new Refusal.Validation("", "A member has the wrong shape.");
        } catch (IOException e) { // not from memory
            throw new UncheckedIOException(e);
        }
    }
}
