package dev.jobport.crash.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.crash.history.ActionReport;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.Answer;
import dev.jobport.crash.history.Family;
import dev.jobport.crash.history.Request;
import dev.jobport.crash.history.Request.Acknowledge;
import dev.jobport.crash.history.Request.Command;
import dev.jobport.crash.history.Request.Details;
import dev.jobport.crash.history.Request.Look;
import dev.jobport.crash.history.Request.OfActionType;
import dev.jobport.crash.history.Request.Poll;
import dev.jobport.crash.history.Request.Put;
import dev.jobport.crash.history.Request.Start;
import dev.jobport.crash.history.Request.Stop;
import dev.jobport.crash.history.Result;
import dev.jobport.crash.history.Status;
import dev.jobport.crash.history.Step;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS JSON, and the control API for pipelines and operators. (The JDK's client never repeats a POST by itself.)
 */
final class HttpWire implements Wire {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String clientId;
    private final String clientToken;

    /** For the one client that all actions of a run belong to. */
    HttpWire(String clientId, String clientToken) {
        this.clientId = clientId;
        this.clientToken = clientToken;
    }

    @Override
    public Optional<Answer> send(ServerProcess server, Request request) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(http(server.http(), request), HttpResponse.BodyHandlers.ofString());
            return Optional.of(answer(request, response));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Answer.Unknown());
        }
    }

    private HttpRequest http(URI server, Request request) {
        if (request instanceof OfActionType ofActionType) {
            return HttpActionTypes.http(server, ofActionType);
        }
        if (request instanceof Look look) {
            return control(server, "GET", "action-executions/" + look.actionId(), null);
        }
        ObjectNode body = JSON.createObjectNode();
        if (request instanceof Stop stop) {
            return control(server, "POST", "action-executions/" + stop.actionId() + "/stop", body);
        }
        if (request instanceof Start start) {
            body.set("actionTypeId", actionTypeId(start.actionType()));
            body.putObject("configuration").put("mark", start.mark());
            if (Family.of(start.actionType()) == Family.ThirdParty) {
                body.put("clientId", clientId);
            }
            return control(server, "POST", "action-executions", body);
        }
        if (request instanceof Poll poll) {
            body.set("actionTypeId", actionTypeId(poll.actionType()));
            String operation = "PollFor" + infix(Family.of(poll.actionType())) + "Jobs";
            return worker(server, operation, body.put("maxBatchSize", poll.maxBatchSize()))
                    .build();
        }
        if (request instanceof Details details) {
            return details(server, details.family(), details.jobId());
        }
        Command command = (Command) request;
        job(body, command.family(), command.jobId(), command.authorized());
        HttpRequest.Builder builder;
        if (command instanceof Acknowledge acknowledge) {
            String operation = "Acknowledge" + infix(command.family()) + "Job";
            builder = worker(server, operation, body.put("nonce", acknowledge.nonce()));
        } else {
            builder = result(server, body, (Put) command);
        }
        command.invocation().ifPresent(id -> builder.header("amz-sdk-invocation-id", id));
        return builder.build();
    }

    HttpRequest details(URI server, Family family, String jobId) {
        ObjectNode body = job(JSON.createObjectNode(), family, jobId, true);
        return worker(server, "Get" + infix(family) + "JobDetails", body).build();
    }

    private static String infix(Family family) {
        return family == Family.ThirdParty ? "ThirdParty" : "";
    }

    private static HttpRequest.Builder result(URI server, ObjectNode body, Put put) {
        Result result = put.result();
        switch (result.kind()) {
            case GoesOn -> body.put("continuationToken", result.mark());
            case Completes -> body.putObject("executionDetails").put("externalExecutionId", result.mark());
            case Fails ->
                body.putObject("failureDetails").put("type", "JobFailed").put("message", result.mark());
        }
        result.outputVariables(put.family())
                .forEach((name, value) -> body.withObject("/outputVariables").put(name, value));
        String outcome = result.kind() == Result.Kind.Fails ? "Failure" : "Success";
        return worker(server, "Put" + infix(put.family()) + "Job" + outcome + "Result", body);
    }

    private ObjectNode job(ObjectNode body, Family family, String jobId, boolean authorized) {
        body.put("jobId", jobId);
        return family == Family.ThirdParty ? body.put("clientToken", authorized ? clientToken : WRONG_TOKEN) : body;
    }

    /** From {@code owner/category/provider/version}. */
    static ObjectNode actionTypeId(String actionType) {
        String[] parts = actionType.split("/");
        return JSON.createObjectNode()
                .put("owner", parts[0])
                .put("category", parts[1])
                .put("provider", parts[2])
                .put("version", parts[3]);
    }

    static HttpRequest.Builder worker(URI server, String operation, ObjectNode body) {
        return HttpRequest.newBuilder(server.resolve("/"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "CodePipeline_20150709." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    static HttpRequest control(URI server, String method, String path, JsonNode body) {
        return HttpRequest.newBuilder(server.resolve("/control/v1/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static Answer answer(Request request, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 500) {
            return new Answer.Unknown();
        }
        JsonNode body = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        if (response.statusCode() >= 300) {
            return new Answer.Refused(
                    body.path("__type").asText(body.path("type").asText("" + response.statusCode())));
        }
        if (request instanceof OfActionType ofActionType) {
            return HttpActionTypes.answer(ofActionType, body);
        }
        if (request instanceof Start) {
            return new Answer.Started(
                    body.get("actionExecutionId").textValue(), body.get("jobId").textValue());
        }
        if (request instanceof Look || request instanceof Stop) {
            return new Answer.Seen(report(body));
        }
        if (request instanceof Poll) {
            return offered(body.get("jobs"));
        }
        if (request instanceof Details) {
            JsonNode job = body.get("jobDetails");
            return new Answer.JobDetails(
                    Optional.ofNullable(job.path("nonce").textValue()),
                    Optional.ofNullable(
                            job.path("data").path("continuationToken").textValue()));
        }
        if (request instanceof Acknowledge) {
            return new Answer.Acknowledged(Status.valueOf(body.get("status").textValue()));
        }
        return new Answer.Taken();
    }

    private static Answer.Offered offered(JsonNode jobs) {
        List<String> jobIds = new ArrayList<>();
        Map<String, String> nonces = new HashMap<>();
        for (JsonNode job : jobs) {
            String id = job.path("jobId").asText(job.path("id").textValue());
            jobIds.add(id);
            if (job.has("nonce")) {
                nonces.put(id, job.get("nonce").textValue());
            }
        }
        return new Answer.Offered(jobIds, nonces);
    }

    static ActionReport report(JsonNode action) {
        List<JobReport> jobs = new ArrayList<>();
        for (JsonNode job : action.get("jobs")) {
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : job.get("transitions")) {
                steps.add(new Step(
                        Status.valueOf(step.get("status").textValue()),
                        Instant.parse(step.get("at").textValue())));
            }
            jobs.add(new JobReport(job.get("jobId").textValue(), steps));
        }
        return new ActionReport(
                action.get("actionExecutionId").textValue(),
                actionType(action.get("actionTypeId")),
                resultMark(action),
                action.has("outputVariables") ? texts(action.get("outputVariables")) : Map.of(),
                jobs);
    }

    /** As {@code owner/category/provider/version}. */
    static String actionType(JsonNode id) {
        return String.join(
                "/",
                id.get("owner").textValue(),
                id.get("category").textValue(),
                id.get("provider").textValue(),
                id.get("version").textValue());
    }

    static Map<String, String> texts(JsonNode object) {
        return JSON.convertValue(object, TEXTS);
    }

    private static Optional<String> resultMark(JsonNode action) {
        if (action.get("status").textValue().equals("Succeeded")) {
            return Optional.ofNullable(action.path("externalExecutionId").textValue());
        }
        JsonNode error = action.path("errorDetails");
        return error.path("code").asText().equals("JobFailed")
                ? Optional.of(error.get("message").textValue())
                : Optional.empty();
    }
}
