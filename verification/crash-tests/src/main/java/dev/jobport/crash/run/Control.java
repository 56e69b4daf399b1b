package dev.jobport.crash.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobport.crash.history.ActionAtEnd;
import dev.jobport.crash.history.ActionReport;
import dev.jobport.crash.history.ActionReport.JobReport;
import dev.jobport.crash.history.ActionTypeAtEnd;
import dev.jobport.crash.history.Timing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prepares a store before the load, and reads all that it holds afterwards; both while nobody dies. */
record Control(URI server, HttpClient http) {

    private static final int PAGE = 100;

    Control(URI server) {
        this(server, HttpClient.newHttpClient());
    }

    void putActionType(String name, Timing timing) {
        ObjectNode body = HttpWire.JSON
                .createObjectNode()
                .put("dispatchLeaseSeconds", timing.lease().toSeconds())
                .put("jobTimeoutSeconds", timing.jobTimeout().toSeconds())
                .put("actionTimeoutSeconds", timing.actionTimeout().toSeconds())
                .put("continuationDelaySeconds", timing.continuationDelay().toSeconds());
        call(HttpWire.control(server, "PUT", "action-types/" + name, body));
    }

    void registerClient(String clientId, String clientToken) {
        ObjectNode body =
                HttpWire.JSON.createObjectNode().put("clientId", clientId).put("clientToken", clientToken);
        call(HttpWire.control(server, "POST", "clients", body));
    }

    /**
     * Whether all actions have ended. It looks at actions, because a job that ends while jobs are looked at status by status may
     * be followed by one of a status that was looked at before.
     */
    boolean isQuiet() {
        return all("action-executions", "actionExecutions").stream()
                .noneMatch(action -> action.get("status").textValue().equals("InProgress"));
    }

    List<ActionAtEnd> actions(HttpWire wire) {
        return all("action-executions", "actionExecutions").parallelStream()
                .map(action -> action(wire, action.get("actionExecutionId").textValue()))
                .toList();
    }

    private List<JsonNode> all(String path, String list) {
        List<JsonNode> all = new ArrayList<>();
        String more = "";
        do {
            JsonNode page = get(path + "?maxResults=" + PAGE + more);
            page.get(list).forEach(all::add);
            more = page.has("nextToken") ? "&nextToken=" + page.get("nextToken").textValue() : "";
        } while (!more.isEmpty());
        return all;
    }

    private ActionAtEnd action(HttpWire wire, String id) {
        ActionReport report = HttpWire.report(get("action-executions/" + id));
        Map<String, String> tokens = new HashMap<>();
        String startMark = null;
        for (JobReport job : report.jobs()) {
            JsonNode data = call(wire.details(server, report.family(), job.id()))
                    .get("jobDetails")
                    .get("data");
            startMark = data.get("actionConfiguration")
                    .get("configuration")
                    .get("mark")
                    .textValue();
            if (data.has("continuationToken")) {
                tokens.put(job.id(), data.get("continuationToken").textValue());
            }
        }
        return new ActionAtEnd(report, startMark, tokens);
    }

    List<ActionTypeAtEnd> actionTypes() {
        return all("action-types", "actionTypes").stream()
                .map(HttpActionTypes::atEnd)
                .toList();
    }

    private JsonNode get(String path) {
        return call(HttpWire.control(server, "GET", path, null));
    }

    private JsonNode call(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request + " was answered " + response.statusCode() + " " + response.body());
            }
            return HttpWire.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
