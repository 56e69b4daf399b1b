package example.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.driving.Caller;
import dev.jobport.application.driving.CustomJob;
import dev.jobport.application.driving.CustomJobDetails;
import dev.jobport.application.driving.CustomJobWorkers;
import dev.jobport.application.driving.ThirdPartyJob;
import dev.jobport.application.driving.ThirdPartyJobDetails;
import dev.jobport.application.driving.ThirdPartyJobWorkers;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.FailureDetails;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import dev.jobport.domain.job.Nonce;
import dev.jobport.domain.job.SuccessResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The ports of both families as seen through the socket: answers and refusals, back in the domain's words. */
final class LinesClient implements ThirdPartyJobWorkers, CustomJobWorkers {

    private final URI server;

    LinesClient(String server) {
        this.server = URI.create(server);
    }

    @Override
    public List<ThirdPartyJob> pollForThirdPartyJobs(Caller caller, ActionTypeId type, int maxBatchSize) {
        ObjectNode in = in().put("maxBatchSize", maxBatchSize).putPOJO("actionTypeId", type);
        return ask(caller, "PollForThirdPartyJobs", in, new TypeReference<>() {});
    }

    @Override
    public ThirdPartyJobDetails getThirdPartyJobDetails(Caller caller, JobId job, ClientToken token) {
        return ask(caller, "GetThirdPartyJobDetails", in(job, token), new TypeReference<>() {});
    }

    @Override
    public JobStatus acknowledgeThirdPartyJob(Caller caller, JobId job, Nonce nonce, ClientToken token) {
        ObjectNode in = in(job, token).put("nonce", nonce.value());
        return ask(caller, "AcknowledgeThirdPartyJob", in, new TypeReference<>() {});
    }

    @Override
    public void putThirdPartyJobSuccessResult(Caller caller, JobId job, ClientToken token, SuccessResult result) {
        ask(caller, "PutThirdPartyJobSuccessResult", in(job, token).putPOJO("result", result));
    }

    @Override
    public void putThirdPartyJobFailureResult(Caller caller, JobId job, ClientToken token, FailureDetails failure) {
        ask(caller, "PutThirdPartyJobFailureResult", in(job, token).putPOJO("failureDetails", failure));
    }

    @Override
    public List<CustomJob> pollForJobs(
            Caller caller, ActionTypeId type, Map<String, String> queryParam, int maxBatchSize) {
        ObjectNode in = in().put("maxBatchSize", maxBatchSize)
                .putPOJO("queryParam", queryParam)
                .putPOJO("actionTypeId", type);
        return ask(caller, "PollForJobs", in, new TypeReference<>() {});
    }

    @Override
    public CustomJobDetails getJobDetails(Caller caller, JobId job) {
        return ask(caller, "GetJobDetails", in(job), new TypeReference<>() {});
    }

    @Override
    public JobStatus acknowledgeJob(Caller caller, JobId job, Nonce nonce) {
        return ask(caller, "AcknowledgeJob", in(job).put("nonce", nonce.value()), new TypeReference<>() {});
    }

    @Override
    public void putJobSuccessResult(Caller caller, JobId job, SuccessResult result) {
        ask(caller, "PutJobSuccessResult", in(job).putPOJO("result", result));
    }

    @Override
    public void putJobFailureResult(Caller caller, JobId job, FailureDetails failure) {
        ask(caller, "PutJobFailureResult", in(job).putPOJO("failureDetails", failure));
    }

    private static ObjectNode in() {
        return Operations.JSON.createObjectNode();
    }

    private static ObjectNode in(JobId job) {
        return in().put("jobId", job.value());
    }

    private static ObjectNode in(JobId job, ClientToken token) {
        return in(job).put("clientToken", token.value());
    }

    private void ask(Caller caller, String operation, ObjectNode in) {
        ask(caller, operation, in, new TypeReference<Void>() {});
    }

    private <T> T ask(Caller caller, String operation, ObjectNode in, TypeReference<T> type) {
        in.put("operation", operation).put("token", LinesTransportTest.tokenOf(caller));
        caller.invocation().ifPresent(invocation -> in.put("invocation", invocation.id()));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write((Operations.JSON.writeValueAsString(in) + "\n").getBytes(UTF_8));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
            JsonNode answer = Operations.JSON.readTree(line);
            if (!answer.has("answer")) {
                throw Refusal.told(
                                answer.path("refusal").asText(),
                                answer.path("message").asText())
                        .orElseThrow(() -> new AssertionError(line));
            }
            return Operations.JSON.readValue(Operations.JSON.treeAsTokens(answer.get("answer")), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
