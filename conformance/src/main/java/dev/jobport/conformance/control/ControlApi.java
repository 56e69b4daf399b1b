package dev.jobport.conformance.control;

import static dev.jobport.conformance.json.ActionJson.jobReport;
import static dev.jobport.conformance.json.ActionJson.list;
import static dev.jobport.conformance.json.ActionJson.report;
import static dev.jobport.conformance.json.ActionJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.application.Page;
import dev.jobport.application.PageRequest;
import dev.jobport.application.driving.ActionExecutionReport;
import dev.jobport.application.driving.ActionExecutionSummary;
import dev.jobport.application.driving.JobReport;
import dev.jobport.application.driving.Operators;
import dev.jobport.application.driving.Pipelines;
import dev.jobport.conformance.json.ActionJson;
import dev.jobport.conformance.json.ActionTypeJson;
import dev.jobport.conformance.wire.Answering;
import dev.jobport.conformance.wire.SetUpFailed;
import dev.jobport.domain.Account;
import dev.jobport.domain.Refusal;
import dev.jobport.domain.action.ActionExecutionId;
import dev.jobport.domain.action.ActionInput;
import dev.jobport.domain.actiontype.ActionType;
import dev.jobport.domain.actiontype.ActionTypeId;
import dev.jobport.domain.client.ClientId;
import dev.jobport.domain.client.ClientToken;
import dev.jobport.domain.job.JobId;
import dev.jobport.domain.job.JobStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pipeline's and the operator's ports as seen through the control API of Jobport, back in the domain's words. */
public final class ControlApi implements Pipelines, Operators {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KIND = Pattern.compile("urn:jobport:problem:([a-z-]+)");

    /** Longer than the longest wait that can be asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** For what is asked of no account. */
    private static final Account ANY_ACCOUNT = new Account("000000000000", "us-east-1");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final Function<Account, Optional<String>> tokens;

    /** @param tokens that of whoever controls an account; none where everybody may */
    public ControlApi(URI endpoint, Function<Account, Optional<String>> tokens) {
        this.endpoint = endpoint;
        this.tokens = tokens;
    }

    @Override
    public StartedAction startActionExecution(
            Account account, ActionTypeId actionTypeId, Optional<ClientId> clientId, ActionInput input) {
        ObjectNode body = ActionJson.write(input);
        body.set("actionTypeId", ActionTypeJson.write(actionTypeId));
        clientId.ifPresent(id -> body.put("clientId", id.value()));
        JsonNode started = call(account, "POST", "/control/v1/action-executions", body);
        return new StartedAction(
                new ActionExecutionId(started.get("actionExecutionId").textValue()),
                new JobId(started.get("jobId").textValue()));
    }

    @Override
    public ActionExecutionReport stopActionExecution(Account account, ActionExecutionId id) {
        return report(call(account, "POST", "/control/v1/action-executions/" + id + "/stop", null));
    }

    @Override
    public ActionExecutionReport actionExecution(Account account, ActionExecutionId id) {
        return report(call(account, "GET", "/control/v1/action-executions/" + id, null));
    }

    @Override
    public CompletionStage<ActionExecutionReport> awaitActionExecution(
            Account account, ActionExecutionId id, Duration patience) {
        return CompletableFuture.supplyAsync(() -> report(call(
                account, "GET", "/control/v1/action-executions/" + id + "?waitSeconds=" + patience.toSeconds(), null)));
    }

    @Override
    public Page<ActionExecutionSummary> actionExecutions(Account account, PageRequest page) {
        JsonNode answer = call(account, "GET", "/control/v1/action-executions" + query(page), null);
        return new Page<>(list(answer.get("actionExecutions"), ActionJson::summary), text(answer, "nextToken"));
    }

    @Override
    public JobReport job(Account account, JobId id) {
        return jobReport(call(account, "GET", "/control/v1/jobs/" + id, null));
    }

    @Override
    public Page<JobReport> jobs(Account account, Optional<JobStatus> status, PageRequest page) {
        String filter = status.map(wanted -> "&status=" + wanted).orElse("");
        JsonNode answer = call(account, "GET", "/control/v1/jobs" + query(page) + filter, null);
        return new Page<>(list(answer.get("jobs"), ActionJson::jobReport), text(answer, "nextToken"));
    }

    @Override
    public void putActionType(Account account, ActionType type) {
        call(account, "PUT", "/control/v1/action-types/" + type.id(), ActionTypeJson.write(type));
    }

    @Override
    public void replaceActionType(Account account, ActionType type) {
        call(account, "PUT", "/control/v1/action-types/" + type.id() + "?replace=true", ActionTypeJson.write(type));
    }

    /** A merge patch that names all there is: what a function changes is not known beforehand. */
    @Override
    public ActionType changeActionType(Account account, ActionTypeId id, UnaryOperator<ActionType> change) {
        ActionType changed = change.apply(actionType(account, id));
        return ActionTypeJson.read(
                call(account, "PATCH", "/control/v1/action-types/" + id, ActionTypeJson.write(changed)));
    }

    @Override
    public void deleteActionType(Account account, ActionTypeId id) {
        call(account, "DELETE", "/control/v1/action-types/" + id, null);
    }

    @Override
    public ActionType actionType(Account account, ActionTypeId id) {
        return ActionTypeJson.read(call(account, "GET", "/control/v1/action-types/" + id, null));
    }

    @Override
    public Page<ActionType> actionTypes(Account account, PageRequest page) {
        JsonNode answer = call(account, "GET", "/control/v1/action-types" + query(page), null);
        return new Page<>(list(answer.get("actionTypes"), ActionTypeJson::read), text(answer, "nextToken"));
    }

    @Override
    public RegisteredClient registerClient(
            Account account, Optional<ClientId> clientId, Optional<ClientToken> clientToken) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        clientId.ifPresent(id -> body.put("clientId", id.value()));
        clientToken.ifPresent(token -> body.put("clientToken", token.value()));
        return client(call(account, "POST", "/control/v1/clients", body));
    }

    @Override
    public RegisteredClient rotateClient(Account account, ClientId id, Optional<ClientToken> clientToken) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        clientToken.ifPresent(token -> body.put("clientToken", token.value()));
        return client(call(account, "POST", "/control/v1/clients/" + id + "/rotate", body));
    }

    private static RegisteredClient client(JsonNode client) {
        return new RegisteredClient(
                new ClientId(client.get("clientId").textValue()),
                new ClientToken(client.get("clientToken").textValue()));
    }

    @Override
    public void removeClient(Account account, ClientId id) {
        call(account, "DELETE", "/control/v1/clients/" + id, null);
    }

    @Override
    public Page<ClientId> clients(Account account, PageRequest page) {
        JsonNode answer = call(account, "GET", "/control/v1/clients" + query(page), null);
        return new Page<>(
                list(
                        answer.get("clients"),
                        client -> new ClientId(client.get("clientId").textValue())),
                text(answer, "nextToken"));
    }

    @Override
    public boolean isReady() {
        return send(ANY_ACCOUNT, "GET", "/health", null).statusCode() == 200;
    }

    private JsonNode call(Account account, String method, String path, JsonNode body) {
        HttpResponse<String> response =
                send(account, method, path + (path.contains("?") ? "&" : "?") + "region=" + account.region(), body);
        if (response.statusCode() / 100 != 2) {
            throw refusal(response.body())
                    .orElseThrow(() -> new SetUpFailed(
                            method + " " + path + " answered " + response.statusCode() + " " + response.body()));
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new SetUpFailed("the control API at " + endpoint + ": " + e, e);
        }
    }

    /** The refusal that a problem stands for; a problem that is none is not the endpoint's answer. */
    private static Optional<Refusal> refusal(String problem) {
        Matcher kind = KIND.matcher(problem);
        if (!kind.find()) {
            return Optional.empty();
        }
        String name = Arrays.stream(kind.group(1).split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return Refusal.told(name, problem);
    }

    private HttpResponse<String> send(Account account, String method, String path, JsonNode body) {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                    .method(method, content)
                    .header("Content-Type", "application/json");
            tokens.apply(account).ifPresent(token -> request.header("Authorization", "Bearer " + token));
            return Answering.of(http, request.build(), PATIENCE);
        } catch (IOException e) {
            throw new SetUpFailed("the control API at " + endpoint + ": " + e, e);
        } catch (InterruptedException e) {
            throw new SetUpFailed("interrupted", e);
        }
    }

    private static String query(PageRequest page) {
        return "?maxResults=" + page.maxResults()
                + page.nextToken().map(token -> "&nextToken=" + token).orElse("");
    }
}
